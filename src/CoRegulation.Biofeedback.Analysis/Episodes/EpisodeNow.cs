namespace CoRegulation.Biofeedback.Analysis.Episodes;

/// <summary>The episode that a person is in, or has just come back from, as known at an instant.</summary>
/// <param name="SinceOnsetS">Time since the heart rate began to rise, s.</param>
/// <param name="SincePeakS">Time since it was highest so far, s; small while it still rises.</param>
/// <param name="AmplitudeBpm">The highest so far above the own baseline, bpm.</param>
/// <param name="TimeToBaselineS">From the peak to the return, s; null while the heart rate is not back to stay.</param>
public readonly record struct EpisodeNow(double SinceOnsetS, double SincePeakS, double AmplitudeBpm, double? TimeToBaselineS)
{
    /// <summary>Whether the heart rate is back at the baseline to stay.</summary>
    public bool HasReturned => TimeToBaselineS is not null;
}
