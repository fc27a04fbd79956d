using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.Anchors;
using CoRegulation.Biofeedback.Analysis.Convergence;
using CoRegulation.Biofeedback.Analysis.Synchrony;
using CoRegulation.Biofeedback.Analysis.Synchrony.Confounds;
using CoRegulation.Biofeedback.Analysis.Synchrony.Paced;
using CoRegulation.Biofeedback.Analysis.Synchrony.Significance;

namespace CoRegulation.Biofeedback.Sessions.Engine;

/// <summary>What is finally known of the pair.</summary>
public sealed record DyadResult
{
    /// <summary>Every window of the lagged correlation, in order of time.</summary>
    public required IReadOnlyList<SynchronyWindow> Windows { get; init; }

    /// <summary>The peak over the recent windows after each window.</summary>
    public required IReadOnlyList<SynchronyPeak> Peaks { get; init; }

    /// <summary>Whether the two moved together beyond chance over the whole session.</summary>
    public required SynchronyResult Synchrony { get; init; }

    /// <summary>Distance and slope at each whole second.</summary>
    public required IReadOnlyList<ConvergenceRow> Convergence { get; init; }

    /// <summary>Convergence over the whole session.</summary>
    public required ConvergenceSummary ConvergenceSummary { get; init; }

    /// <summary>Who stayed while the other came back, and who moves first.</summary>
    public required AnchorResult Anchor { get; init; }

    /// <summary>Time in which both breathed at one pace, which <see cref="Synchrony"/> leaves out.</summary>
    public required ImmutableArray<PacedStretch> Paced { get; init; }

    /// <summary>What else could have moved both.</summary>
    public required ImmutableArray<SynchronyConfound> Confounds { get; init; }
}
