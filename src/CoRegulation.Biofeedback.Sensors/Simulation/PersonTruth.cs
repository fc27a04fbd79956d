using System.Collections.Immutable;
using CoRegulation.Biofeedback.Sensors.Simulation.Hearts;
using CoRegulation.Biofeedback.Sensors.Simulation.Straps;

namespace CoRegulation.Biofeedback.Sensors.Simulation;

/// <summary>What the simulator knows of one person.</summary>
public sealed record PersonTruth
{
    /// <summary>Samples a second of <see cref="RateBpm"/>, <see cref="BreathingHz"/> and <see cref="RsaBpm"/>.</summary>
    public const int SamplesPerSecond = 4;

    /// <summary>A or B.</summary>
    public required string Id { get; init; }

    /// <summary>What was drawn for this heart.</summary>
    public required HeartParameters Heart { get; init; }

    /// <summary>Times of all true beats, s since session start on the common clock.</summary>
    public required ImmutableArray<double> BeatTimesS { get; init; }

    /// <summary>Which of them are ectopic: indices into <see cref="BeatTimesS"/>.</summary>
    public required ImmutableArray<int> EctopicBeats { get; init; }

    /// <summary>The heart rate that drives the heart, bpm, without the jitter of beats; sample i is at i/4 s.</summary>
    public required ImmutableArray<double> RateBpm { get; init; }

    /// <summary>The breathing rate, Hz; where the breathing wave is shared, that of the person's own share.</summary>
    public required ImmutableArray<double> BreathingHz { get; init; }

    /// <summary>The wave that breathing makes in the heart rate, bpm about zero.</summary>
    public required ImmutableArray<double> RsaBpm { get; init; }

    /// <summary>The own baseline by the rule of the analysis, of <see cref="RateBpm"/>; null when the session is too short for one.</summary>
    public required BaselineTruth? Baseline { get; init; }

    /// <summary>Episodes that begin within the session.</summary>
    public required ImmutableArray<EpisodeTruth> Episodes { get; init; }

    /// <summary>What the strap sent and what became of it; the k-th with an arrival is the person's k-th <see cref="SimulatedNotification"/>.</summary>
    public required ImmutableArray<NotificationTruth> Notifications { get; init; }

    /// <summary>Faults of the strap that begin within the session.</summary>
    public required ImmutableArray<StrapFault> Faults { get; init; }

    /// <summary>How much faster than true time the strap's clock ran, parts per million.</summary>
    public required double DriftPpm { get; init; }

    /// <summary>The strap's least delay, s.</summary>
    public required double LatencyS { get; init; }
}
