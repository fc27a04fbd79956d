namespace CoRegulation.Biofeedback.Sensors.Simulation.Straps;

/// <summary>A fault with its time.</summary>
public sealed record StrapFault
{
    /// <summary>A fault.</summary>
    /// <param name="kind">What goes wrong.</param>
    /// <param name="startS">When it begins, s since session start.</param>
    /// <param name="durationS">How long it lasts, s, above 0. One message is hit by about 1 s of <see cref="EmissionStyle.OnTick"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative or not a number.</exception>
    public StrapFault(StrapFaultKind kind, double startS, double durationS) =>
        (Kind, StartS, DurationS) = (kind, Check.NotNegative(startS, nameof(startS)), Check.Positive(durationS, nameof(durationS)));

    /// <summary>What goes wrong.</summary>
    public StrapFaultKind Kind { get; }

    /// <summary>When it begins, s since session start.</summary>
    public double StartS { get; }

    /// <summary>How long it lasts, s.</summary>
    public double DurationS { get; }

    /// <summary>When it is over, s since session start.</summary>
    public double EndS => StartS + DurationS;
}
