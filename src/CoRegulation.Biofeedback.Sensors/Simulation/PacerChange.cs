namespace CoRegulation.Biofeedback.Sensors.Simulation;

/// <summary>The breathing pacer is started, changed or stopped.</summary>
/// <param name="TimeS">When, s since session start.</param>
/// <param name="PerMin">Breaths per minute, 3 to 30; null when stopped.</param>
public sealed record PacerChange(double TimeS, double? PerMin)
{
    /// <summary>When, s since session start.</summary>
    public double TimeS { get; init => field = Check.NotNegative(value, nameof(TimeS)); } = TimeS;

    /// <summary>Breaths per minute, 3 to 30; null when stopped.</summary>
    public double? PerMin { get; init => field = value is { } perMin ? Check.In(perMin, 3, 30, nameof(PerMin)) : null; } = PerMin;
}
