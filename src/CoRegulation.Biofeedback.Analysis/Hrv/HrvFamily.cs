namespace CoRegulation.Biofeedback.Analysis.Hrv;

/// <summary>What kind of measure of heart-rate variability it is; in this order they are shown.</summary>
public enum HrvFamily
{
    /// <summary>Moments, percentiles and counts of the intervals and their differences.</summary>
    TimeDomain,

    /// <summary>The shape of their histogram.</summary>
    Geometry,

    /// <summary>Powers, ratios and peaks of their spectrum.</summary>
    FrequencyDomain,

    /// <summary>The Poincaré plot, entropy, fluctuation over scales.</summary>
    NonLinear,

    /// <summary>Breathing as the intervals show it.</summary>
    Breathing,
}
