using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Sensors.Simulation.Hearts;

/// <summary>A simulated heart: its rate is a mean plus parts of the sizes given here, each drawn evenly from its range.</summary>
/// <remarks>The defaults are the project's study population: adults at rest.</remarks>
public sealed record HeartOptions
{
    /// <summary>Mean at the start, bpm. Default 62 to 88.</summary>
    public Between MeanBpm { get; init => field = Check.In(value, 30, 200, nameof(MeanBpm)); } = new(62, 88);

    /// <summary>Changes of the mean, in order of time.</summary>
    public ImmutableArray<LevelChange> Levels { get; init; } = [];

    /// <summary>Episodes of arousal, on top of the mean.</summary>
    public ImmutableArray<Episode> Episodes { get; init; } = [];

    /// <summary>Very slow part: 1/f noise of 0.001 to 0.005 Hz, SD in bpm. Default 0.8 to 2.0.</summary>
    public Between VerySlowBpm { get; init => field = Check.In(value, 0, 20, nameof(VerySlowBpm)); } = new(0.8, 2.0);

    /// <summary>Slow part: 1/f noise of 0.005 to 0.05 Hz, SD in bpm. Default 1.8 to 3.5.</summary>
    public Between SlowBpm { get; init => field = Check.In(value, 0, 20, nameof(SlowBpm)); } = new(1.8, 3.5);

    /// <summary>Mayer wave: flat noise within 0.012 Hz of its centre, SD in bpm. Default 0.8 to 1.8.</summary>
    public Between MayerBpm { get; init => field = Check.In(value, 0, 20, nameof(MayerBpm)); } = new(0.8, 1.8);

    /// <summary>Centre of the Mayer wave, Hz. Default 0.085 to 0.115.</summary>
    public Between MayerHz { get; init => field = Check.In(value, 0.05, 0.15, nameof(MayerHz)); } = new(0.085, 0.115);

    /// <summary>Respiratory sinus arrhythmia, RMS in bpm. Default 1.0 to 2.8.</summary>
    public Between RsaBpm { get; init => field = Check.In(value, 0, 20, nameof(RsaBpm)); } = new(1.0, 2.8);

    /// <summary>Mean breathing rate, Hz. Default 0.2 to 0.3.</summary>
    public Between BreathingHz { get; init => field = Check.In(value, 0.08, 0.5, nameof(BreathingHz)); } = new(0.2, 0.3);

    /// <summary>SD of the wandering of the breathing rate, Hz. Default 0.03.</summary>
    public double BreathingSdHz { get; init => field = Check.In(value, 0, 0.2, nameof(BreathingSdHz)); } = 0.03;

    /// <summary>SD of a person's delay behind the pacer, s. Default 0.4.</summary>
    public double PacedDelaySdS { get; init => field = Check.In(value, 0, 5, nameof(PacedDelaySdS)); } = 0.4;

    /// <summary>SD of the wander about the pacer, s. Default 0.3.</summary>
    public double PacedWanderS { get; init => field = Check.In(value, 0, 5, nameof(PacedWanderS)); } = 0.3;

    /// <summary>How much larger the arrhythmia is while breathing is paced. Default 1.8.</summary>
    public double PacedRsaGain { get; init => field = Check.In(value, 0, 10, nameof(PacedRsaGain)); } = 1.8;

    /// <summary>Jitter of each beat, SD in ms, clipped at three of them. Default 4.</summary>
    public double JitterMs { get; init => field = Check.In(value, 0, 20, nameof(JitterMs)); } = 4;

    /// <summary>Ectopic beats a minute: a beat comes 30 to 40 % early, and the pause after it makes good for it. Default 0.</summary>
    public double EctopicPerMin { get; init => field = Check.In(value, 0, 20, nameof(EctopicPerMin)); }
}
