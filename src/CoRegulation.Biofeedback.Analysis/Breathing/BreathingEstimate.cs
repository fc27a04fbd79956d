namespace CoRegulation.Biofeedback.Analysis.Breathing;

/// <summary>Breathing as the heart shows it over one window.</summary>
/// <param name="RatePerMin">Breaths a minute over the window; NaN when withheld.</param>
/// <param name="RsaMs">Respiratory sinus arrhythmia, ms: mean over the breaths of the longest less the shortest interval of the breath; NaN when
/// withheld.</param>
/// <param name="Quality">From 0, withheld, to 1: how even, clear and agreed on the wave is. A reading of below 0.5 wants a second look.</param>
/// <param name="Doubt">Why it is withheld; with a reading None or SlowWave.</param>
public readonly record struct BreathingEstimate(double RatePerMin, double RsaMs, double Quality, BreathingDoubt Doubt)
{
    /// <summary>Whether there is a reading.</summary>
    public bool IsRead => Quality > 0;

    /// <summary>An estimate without a reading.</summary>
    /// <param name="doubt">Why.</param>
    public static BreathingEstimate Withheld(BreathingDoubt doubt) => new(double.NaN, double.NaN, 0, doubt);
}
