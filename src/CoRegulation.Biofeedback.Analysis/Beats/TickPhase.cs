namespace CoRegulation.Biofeedback.Analysis.Beats;

/// <summary>Where the ticks of a strap that sends once a second fall in its strap time: tick k at phase + k periods.</summary>
/// <remarks>Message k carries the beats after tick k - 1 up to tick k, so that each message bounds the phase from both sides;
/// given the bounds every phase between them is equally likely.</remarks>
internal readonly record struct TickPhase(double LowS, double HighS)
{
    /// <summary>Period of the ticks in the strap's clock, s.</summary>
    public const double PeriodS = 1;

    /// <summary>By how much bounds may contradict each other, s: intervals are rounded to 1/1024 s, and drift is not quite known.</summary>
    public const double SlackS = 0.006;

    /// <summary>Nothing known.</summary>
    public static TickPhase Any => new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>Its best value, s.</summary>
    public double CentreS => (LowS + HighS) / 2;

    /// <summary>Half width, s: all of it, since a bound is as likely as the centre.</summary>
    public double HalfWidthS => (Math.Abs(HighS - LowS) / 2) + 0.002;

    /// <summary>What one message says, given its tick.</summary>
    public static TickPhase Of(in StrapMessage message, int tick) =>
        new(message.LastS - (tick * PeriodS), message.FirstS - ((tick - 1) * PeriodS));

    /// <summary>What both say together.</summary>
    public TickPhase And(TickPhase other) => new(Math.Max(LowS, other.LowS), Math.Min(HighS, other.HighS));

    /// <summary>Whether both can be true.</summary>
    public bool Agrees(TickPhase other) => Math.Max(LowS, other.LowS) <= Math.Min(HighS, other.HighS) + SlackS;
}
