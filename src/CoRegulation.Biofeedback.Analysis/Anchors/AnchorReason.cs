namespace CoRegulation.Biofeedback.Analysis.Anchors;

/// <summary>Why nobody is named.</summary>
public enum AnchorReason
{
    /// <summary>Somebody is named.</summary>
    None,

    /// <summary>Too little time with both, or of the one while the other was up.</summary>
    TooShort,

    /// <summary>One of the two has no own baseline.</summary>
    NoBaseline,

    /// <summary>One of the two heart rates never changes, as no heart does.</summary>
    Constant,

    /// <summary>Nobody's heart rate was up and came back.</summary>
    NoReturn,

    /// <summary>One was up and came back, and the other did not stay near the own baseline.</summary>
    NobodyStayed,

    /// <summary>Each stayed while the other was up and came back.</summary>
    BothStayed,

    /// <summary>Whether the two move together beyond chance is not known, or cannot be.</summary>
    NotKnown,

    /// <summary>The two do not move together beyond chance, so that nobody can be first.</summary>
    NotBeyondChance,

    /// <summary>They move together, and the interval of the lag holds 0: either may be first.</summary>
    LagHoldsZero,
}
