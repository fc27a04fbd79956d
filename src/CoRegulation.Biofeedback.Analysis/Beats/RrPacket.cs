namespace CoRegulation.Biofeedback.Analysis.Beats;

/// <summary>The RR intervals of one message of a strap and when it arrived.</summary>
/// <param name="ArrivalS">Arrival, s since session start, to the microsecond.</param>
/// <param name="RrMs">RR intervals, ms, oldest first; empty when the message had none.</param>
/// <param name="RepeatsPrevious">Whether its bytes are those of the message before: it may be a duplicate.</param>
public readonly record struct RrPacket(double ArrivalS, ReadOnlyMemory<double> RrMs, bool RepeatsPrevious);
