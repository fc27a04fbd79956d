namespace CoRegulation.Biofeedback.Analysis.Convergence;

/// <summary>What one person's heart rate does over some minutes.</summary>
public enum HeartTrend
{
    /// <summary>It neither falls nor rises clearly.</summary>
    Steady,

    /// <summary>It falls.</summary>
    Settling,

    /// <summary>It rises.</summary>
    Rising,
}
