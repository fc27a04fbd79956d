namespace CoRegulation.Biofeedback.Analysis.Convergence;

/// <summary>What the distance between two heart rates does.</summary>
public enum ConvergenceState
{
    /// <summary>It neither shrinks nor grows.</summary>
    Steady,

    /// <summary>It shrinks.</summary>
    Nearing,

    /// <summary>It grows.</summary>
    Parting,
}
