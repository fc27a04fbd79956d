namespace CoRegulation.Biofeedback.Analysis.Episodes;

/// <summary>An episode of arousal: the heart rate rose well above the own baseline and came back, or was not seen to.</summary>
/// <remarks>Times are s since session start. Levels are those of the running median of 10 s, which cuts a sharp peak by one or two bpm.</remarks>
public sealed record Episode
{
    /// <summary>When the heart rate began to rise, s.</summary>
    public required double OnsetS { get; init; }

    /// <summary>When it was highest, s.</summary>
    public required double PeakS { get; init; }

    /// <summary>Heart rate at the peak, bpm.</summary>
    public required double PeakBpm { get; init; }

    /// <summary>The own baseline, bpm.</summary>
    public required double BaselineBpm { get; init; }

    /// <summary>Its spread, bpm.</summary>
    public required double SpreadBpm { get; init; }

    /// <summary>The peak above the baseline, bpm.</summary>
    public double AmplitudeBpm => PeakBpm - BaselineBpm;

    /// <summary>From the peak until half of the amplitude was left, s; null when that was not seen.</summary>
    public required double? TimeToHalfS { get; init; }

    /// <summary>From the peak until the heart rate was back at the baseline to stay, s; null when that was not seen.</summary>
    public required double? TimeToBaselineS { get; init; }

    /// <summary>How long after the peak it is certain that the heart rate had not come back yet, s: the time to baseline where it is known, else
    /// the time at which the episode is censored.</summary>
    public required double ObservedS { get; init; }

    /// <summary>Whether the return was not seen: the recording ended, a gap came, or the next episode began.</summary>
    public bool IsCensored => TimeToBaselineS is null;

    /// <summary>Time constant of the exponential return, s; null where the return tells too little of it.</summary>
    public required double? TimeConstantS { get; init; }
}
