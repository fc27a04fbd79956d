namespace CoRegulation.Biofeedback.Sensors.Simulation.Straps;

/// <summary>A fault that comes at random times (a Poisson process).</summary>
public sealed record StrapFaultRate
{
    /// <summary>A rate.</summary>
    /// <param name="kind">What goes wrong.</param>
    /// <param name="perMin">How often, per minute, above 0.</param>
    /// <param name="durationS">How long it lasts, s.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not above 0.</exception>
    public StrapFaultRate(StrapFaultKind kind, double perMin, Between durationS) =>
        (Kind, PerMin, DurationS) = (kind, Check.Positive(perMin, nameof(perMin)), Check.In(durationS, 0.001, 3600, nameof(durationS)));

    /// <summary>What goes wrong.</summary>
    public StrapFaultKind Kind { get; }

    /// <summary>How often, per minute.</summary>
    public double PerMin { get; }

    /// <summary>How long it lasts, s.</summary>
    public Between DurationS { get; }
}
