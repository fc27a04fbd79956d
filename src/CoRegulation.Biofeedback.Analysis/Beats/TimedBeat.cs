namespace CoRegulation.Biofeedback.Analysis.Beats;

/// <summary>A beat at its place on the common clock: the beat that closes an RR interval.</summary>
/// <param name="TimeS">Time of the closing beat, s since session start.</param>
/// <param name="RrMs">The interval that it closes as the strap sent it, ms.</param>
/// <param name="Segment">Number of the segment, from 0; between two segments beats are missing.</param>
/// <param name="TimeUncertaintyMs">Half width, ms, of the interval around <paramref name="TimeS"/> that holds the true time in 95 % of beats,
/// the constant latency of the strap aside.</param>
public readonly record struct TimedBeat(double TimeS, double RrMs, int Segment, double TimeUncertaintyMs);
