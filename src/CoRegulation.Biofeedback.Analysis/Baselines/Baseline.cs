namespace CoRegulation.Biofeedback.Analysis.Baselines;

/// <summary>A person's own level and how far the heart rate strays from it at rest.</summary>
/// <param name="Bpm">Median heart rate, bpm.</param>
/// <param name="SpreadBpm">1.4826 times the median distance from it (MAD; the factor makes it the SD of a normal
/// distribution), bpm, with a lower bound.</param>
/// <param name="IsFromPhase">Whether it comes from the baseline phase; else from the calmest stretch so far, and may still move.</param>
/// <param name="FromS">Start of the heart rate that it comes from, s since session start.</param>
/// <param name="ToS">End of that heart rate, s.</param>
public readonly record struct Baseline(double Bpm, double SpreadBpm, bool IsFromPhase, double FromS, double ToS)
{
    /// <summary>Heart rate above the baseline in units of the spread.</summary>
    /// <param name="bpm">A heart rate, bpm.</param>
    public double DistanceSd(double bpm) => (bpm - Bpm) / SpreadBpm;
}
