namespace CoRegulation.Biofeedback.Analysis.Synchrony.Looks;

/// <summary>What may be said, while a session runs, of whether two people move together.</summary>
public enum VerdictState
{
    /// <summary>No look is shown yet.</summary>
    NotYetKnown,

    /// <summary>The newest look did not find more than strangers reach; a later one may.</summary>
    NotBeyondChance,

    /// <summary>A look found more than strangers reach; kept from then on.</summary>
    BeyondChance,

    /// <summary>Both breathe at one pace now, and nothing is said meanwhile.</summary>
    Paced,

    /// <summary>The newest look could not tell, for the reason given.</summary>
    Withheld,
}
