using CoRegulation.Biofeedback.Analysis;
using CoRegulation.Biofeedback.Analysis.Anchors;
using CoRegulation.Biofeedback.Analysis.Convergence;
using CoRegulation.Biofeedback.Analysis.Dyads;
using CoRegulation.Biofeedback.Analysis.HeartRates;
using CoRegulation.Biofeedback.Analysis.Synchrony;
using CoRegulation.Biofeedback.Analysis.Synchrony.Confounds;
using CoRegulation.Biofeedback.Analysis.Synchrony.Paced;
using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Sessions.Engine;

/// <summary>Keeps what the analysis of a pair tells.</summary>
internal sealed class DyadPass : IDyadObserver
{
    private readonly List<SynchronyWindow> _windows = [];
    private readonly List<SynchronyPeak> _peaks = [];
    private readonly List<ConvergenceRow> _convergence = [];

    public void OnWindow(SynchronyWindow window) => _windows.Add(window);

    public void OnPeak(in SynchronyPeak peak) => _peaks.Add(peak);

    public void OnConvergence(in ConvergenceRow row) => _convergence.Add(row);

    /// <summary>The pair, with what needs both whole heart rates.</summary>
    public DyadResult Result(PersonResult a, PersonResult b, IReadOnlyList<Fact> facts, AnalysisOptions options)
    {
        var common = Math.Min(a.HeartRateBpm.Count, b.HeartRateBpm.Count);
        double[] aBpm = [.. a.HeartRateBpm.Take(common)];
        double[] bBpm = [.. b.HeartRateBpm.Take(common)];
        var paced = PacedStretches.Of(
            [.. facts.OfType<PacerFact>().Select(pacer => (pacer.TimeS, pacer.PerMin))],
            a.Breathing,
            b.Breathing,
            common / (double)HeartRateGrid.SamplesPerSecond,
            options.Pace,
            options.Breathing);
        double[] phasesS = [.. facts.OfType<PhaseFact>().Select(phase => phase.TimeS)];
        var synchrony = PacedSignificance.Test(aBpm, bBpm, paced, options.Significance, options.Pace);
        return new()
        {
            Windows = _windows,
            Peaks = _peaks,
            Convergence = _convergence,
            Synchrony = synchrony,
            Paced = paced,
            Confounds = SharedMoves.Find(
                PacedSignificance.Without(aBpm, paced), PacedSignificance.Without(bBpm, paced), 0, phasesS, wasPaced: !paced.IsEmpty),
            ConvergenceSummary = ConvergenceSummary.Compute(aBpm, bBpm, options.Convergence),
            Anchor = new(
                AnchorByLevel.Find(aBpm, bBpm, a.Baseline, b.Baseline, options.Anchor),
                AnchorByLag.Find(synchrony, options.Significance.Level)),
        };
    }
}
