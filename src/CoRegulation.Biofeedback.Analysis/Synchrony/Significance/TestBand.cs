namespace CoRegulation.Biofeedback.Analysis.Synchrony.Significance;

/// <summary>One of the bands that are tested together.</summary>
/// <param name="Band">Under which name its result stands.</param>
/// <param name="Hz">Its frequencies.</param>
/// <param name="MaxLagS">Largest lag either way, s.</param>
/// <param name="SmoothingHz">How far a spectrum is smoothed to either side before the series is whitened by it, Hz: fine where a slope is to be
/// levelled, as wide as the band where a narrow wave is to keep its weight.</param>
/// <param name="Weight">Its share of the level.</param>
internal sealed record TestBand(SynchronyBand Band, FrequencyBand Hz, double MaxLagS, double SmoothingHz, double Weight)
{
    /// <summary>Lags to either side of 0, one sample apart.</summary>
    public int LagsPerSide { get; } = (int)(MaxLagS * HeartRates.HeartRateGrid.SamplesPerSecond);
}
