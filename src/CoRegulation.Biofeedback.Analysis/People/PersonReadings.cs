using CoRegulation.Biofeedback.Analysis.Artefacts;
using CoRegulation.Biofeedback.Analysis.Episodes;
using CoRegulation.Biofeedback.Analysis.Readings;

namespace CoRegulation.Biofeedback.Analysis.People;

/// <summary>What the beats say of one person at one instant. What the strap says (contact, lost) is not in it.</summary>
public sealed record PersonReadings
{
    /// <summary>Heart rate over the last seconds, bpm.</summary>
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

    /// <summary>Whether the newest decided beat belongs to a sinus rhythm; null when there is none yet, or none of late.</summary>
    public required Rhythm? Rhythm { get; init; }

    /// <summary>The person's own baseline as known by now, bpm.</summary>
    public required Reading BaselineBpm { get; init; }

    /// <summary>Spread of the baseline, bpm.</summary>
    public required Reading BaselineSpreadBpm { get; init; }

    /// <summary>Heart rate above the baseline in units of the spread.</summary>
    public required Reading BaselineSd { get; init; }

    /// <summary>The episode of arousal that the person is in or has just come back from.</summary>
    public required EpisodeReading Episode { get; init; }
}
