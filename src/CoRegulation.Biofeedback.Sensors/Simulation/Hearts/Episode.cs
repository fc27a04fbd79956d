namespace CoRegulation.Biofeedback.Sensors.Simulation.Hearts;

/// <summary>An episode of arousal: the heart rate rises and comes back.</summary>
public sealed record Episode
{
    /// <summary>When the rate begins to rise, s since session start.</summary>
    public double OnsetS { get; init => field = Check.NotNegative(value, nameof(OnsetS)); }

    /// <summary>How far it rises, bpm. Default 26 to 28.</summary>
    public Between AmplitudeBpm { get; init => field = Check.In(value, 0, 100, nameof(AmplitudeBpm)); } = new(26, 28);

    /// <summary>How long it rises, linearly, s. Default 8.</summary>
    public double RiseS { get; init => field = Check.Positive(value, nameof(RiseS)); } = 8;

    /// <summary>Time constant of the exponential return, s. Default 60.</summary>
    public double TauS { get; init => field = Check.Positive(value, nameof(TauS)); } = 60;
}
