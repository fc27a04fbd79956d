using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.Artefacts;
using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Analysis.Episodes;
using CoRegulation.Biofeedback.Analysis.Readings;

namespace CoRegulation.Biofeedback.Sessions.Snapshots;

/// <summary>One person at the instant of a snapshot.</summary>
public sealed record PersonSnapshot
{
    /// <summary>A or B.</summary>
    public required string Id { get; init; }

    /// <summary>Heart rate, bpm.</summary>
    public required Reading HeartRateBpm { get; init; }

    /// <summary>RMSSD of the last 60 s, ms.</summary>
    public required Reading RmssdMs { get; init; }

    /// <summary>SDNN of the last 300 s, ms.</summary>
    public required Reading SdnnMs { get; init; }

    /// <summary>pNN50 of the last 60 s, percent.</summary>
    public required Reading Pnn50Percent { get; init; }

    /// <summary>Breaths a minute over the last 60 s, read from the beats.</summary>
    public required Reading BreathingPerMin { get; init; }

    /// <summary>Respiratory sinus arrhythmia of the same breaths, ms.</summary>
    public required Reading RsaMs { get; init; }

    /// <summary>Share of beats of the last 60 s whose interval is not as it came in, percent.</summary>
    public required Reading CorrectedPercent { get; init; }

    /// <summary>Whether there is a sinus rhythm to go by; null when nothing is known of it now.</summary>
    public required Rhythm? Rhythm { get; init; }

    /// <summary>The rows of beats that were decided since the snapshot before, in order: some beats late, never revised.</summary>
    public required ImmutableArray<Beat> NewBeats { get; init; }

    /// <summary>The person's own baseline as known by now, bpm.</summary>
    public required Reading BaselineBpm { get; init; }

    /// <summary>How far the heart rate strays from the baseline at rest: the baseline's spread as known by now, bpm.</summary>
    public Reading BaselineSpreadBpm { get; init; }

    /// <summary>Heart rate above the own baseline in units of the baseline's spread.</summary>
    public required Reading BaselineSd { get; init; }

    /// <summary>The episode of arousal that the person is in or has just come back from. Without it: warming up.</summary>
    public EpisodeReading Episode { get; init; }

    /// <summary>Half width of the 95 % interval of the last beat's time, ms.</summary>
    public required Reading TimeUncertaintyMs { get; init; }

    /// <summary>Whether the strap is one that sends no RR intervals: what is made of them never comes.</summary>
    public bool LacksIntervals { get; init; }

    /// <summary>The strap's own heart rate, bpm, that is withheld because no heart beats so (0: it has none); null otherwise.</summary>
    public int? RefusedHeartRateBpm { get; init; }

    /// <summary>What the strap does.</summary>
    public required Signal Signal { get; init; }

    /// <summary>Battery of the strap, percent, where it told.</summary>
    public required int? BatteryPercent { get; init; }
}
