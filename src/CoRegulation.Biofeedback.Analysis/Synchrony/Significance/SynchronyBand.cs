namespace CoRegulation.Biofeedback.Analysis.Synchrony.Significance;

/// <summary>In which rhythms two hearts move together.</summary>
public enum SynchronyBand
{
    /// <summary>Slow co-movement: drift below 0.05 Hz and the wave of blood pressure near 0.1 Hz.</summary>
    Slow,

    /// <summary>Breathing.</summary>
    Breathing,
}
