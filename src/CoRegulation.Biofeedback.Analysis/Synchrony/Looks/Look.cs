using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.Synchrony.Confounds;
using CoRegulation.Biofeedback.Analysis.Synchrony.Significance;

namespace CoRegulation.Biofeedback.Analysis.Synchrony.Looks;

/// <summary>What one look saw.</summary>
public sealed record Look
{
    /// <summary>Session time up to which it saw, s.</summary>
    public required double AtS { get; init; }

    /// <summary>p at or below which it says "beyond chance".</summary>
    public required double Alpha { get; init; }

    /// <summary>The test over all that was seen, <see cref="Alpha"/> being its level; its p is the share of strangers that reach this much.</summary>
    public required SynchronyResult Result { get; init; }

    /// <summary>What else could have moved both, in what it saw.</summary>
    public required ImmutableArray<SynchronyConfound> Confounds { get; init; }
}
