namespace CoRegulation.Biofeedback.Analysis.Synchrony.Significance;

/// <summary>How copies of B are made that have nothing to do with A. A stays as it is.</summary>
public enum NullModel
{
    /// <summary>Every wave of B keeps its size and gets a random phase (Theiler et al. 1992, Physica D 58, 77). Keeps the level on simulated
    /// and real strangers.</summary>
    Phase,

    /// <summary>As <see cref="Phase"/>, and the values of B are kept too (IAAFT; Schreiber and Schmitz 1996, Phys. Rev. Lett. 77, 635).</summary>
    Iaaft,

    /// <summary>B against A as it was at another time of the session: shifted round by more than the lags and windows that are looked at.
    /// Calls 7 to 9 % of strangers synchronous instead of 5 %, since a session has few independent shifts.</summary>
    Circular,

    /// <summary>Stretches of 60 s of B in another order. Breaks the slow rhythm, so that the copies are too weak: 10 to 14 % of strangers are
    /// called synchronous instead of 5 %.</summary>
    Segments,
}
