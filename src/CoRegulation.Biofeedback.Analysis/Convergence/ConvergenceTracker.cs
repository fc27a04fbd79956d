using CoRegulation.Biofeedback.Analysis.Baselines;
using CoRegulation.Biofeedback.Analysis.HeartRates;
using CoRegulation.Biofeedback.Analysis.Statistics;

namespace CoRegulation.Biofeedback.Analysis.Convergence;

/// <summary>Distance and trends, a row a second, from the two heart rates in order.</summary>
internal sealed class ConvergenceTracker(ConvergenceOptions options)
{
    private readonly SortedWindow _a = new(options.SmoothingSamples);
    private readonly SortedWindow _b = new(options.SmoothingSamples);
    private readonly LiveTrend _distance = new(options);
    private readonly LiveTrend _aTrend = new(options);
    private readonly LiveTrend _bTrend = new(options);

    /// <summary>Takes the heart rates at index/4 s, bpm or NaN, with the baselines known by then.</summary>
    /// <returns>A row on every whole second.</returns>
    public ConvergenceRow? Add(long index, double aBpm, double bBpm, Baseline? aBaseline, Baseline? bBaseline)
    {
        _a.Add(aBpm);
        _b.Add(bBpm);
        if (index % HeartRateGrid.SamplesPerSecond is not 0)
            return null;

        var (a, b) = (Level(_a), Level(_b));
        var distance = Math.Abs(a - b);
        _distance.Add(distance);
        _aTrend.Add(a);
        _bTrend.Add(b);
        return new ConvergenceRow(
            index / (double)HeartRateGrid.SamplesPerSecond,
            distance,
            aBaseline?.DistanceSd(a) ?? double.NaN,
            bBaseline?.DistanceSd(b) ?? double.NaN,
            _distance.Current,
            TrendWords.OfDistance(_distance.Word),
            TrendWords.OfHeart(_aTrend.Word),
            TrendWords.OfHeart(_bTrend.Word));
    }

    private double Level(SortedWindow window) => 2 * window.Finite >= options.SmoothingSamples ? window.Median : double.NaN;
}
