namespace CoRegulation.Biofeedback.Sensors.Simulation.Hearts;

/// <summary>The mean heart rate settles at another level, until the next change.</summary>
public sealed record LevelChange
{
    /// <summary>When it begins, s since session start.</summary>
    public double StartS { get; init => field = Check.NotNegative(value, nameof(StartS)); }

    /// <summary>The level that it goes to, bpm.</summary>
    public required Between ToBpm { get; init => field = Check.In(value, 30, 200, nameof(ToBpm)); }

    /// <summary>How.</summary>
    public LevelShape Shape { get; init; }

    /// <summary>Time constant, or time that the straight line takes, s. Default 120.</summary>
    public double TimeS { get; init => field = Check.Positive(value, nameof(TimeS)); } = 120;
}
