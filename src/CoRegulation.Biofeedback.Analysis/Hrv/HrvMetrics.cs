using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Analysis.Hrv;

/// <summary>The measures of heart-rate variability that are computed. A new one is a line here, and its formula.</summary>
public static class HrvMetrics
{
    /// <summary>The same measures without smallest lengths and largest shares; what would take too long stays limited.</summary>
    public static ImmutableArray<HrvMetric> Raw() =>
        [.. All(new()).Select(metric => metric with { Needs = HrvNeeds.None with { MaximumIntervals = metric.Needs.MaximumIntervals } })];

    /// <summary>All measures, in the order in which they are written.</summary>
    /// <param name="options">Windows and minimums.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public static ImmutableArray<HrvMetric> All(HrvOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return
        [
            Short("meanNN", "ms", "mean NN interval", m => m.TimeDomain.MeanNnMs),
            Long("sdnn", "ms", "SD of the NN intervals", m => m.TimeDomain.SdnnMs),
            Short("rmssd", "ms", "root mean square of successive differences", m => m.TimeDomain.RmssdMs),
            Short("sdsd", "ms", "SD of successive differences", m => m.TimeDomain.SdsdMs),
            Short("nn50", "", "successive differences above 50 ms", m => m.TimeDomain.Nn50),
            Short("pnn50", "percent", "share of successive differences above 50 ms", m => m.TimeDomain.Pnn50Percent),
            Short("nn20", "", "successive differences above 20 ms", m => m.TimeDomain.Nn20),
            Short("pnn20", "percent", "share of successive differences above 20 ms", m => m.TimeDomain.Pnn20Percent),
            Short("meanHR", "bpm", "mean of 60000/NN", m => m.TimeDomain.MeanHrBpm),
            Short("meanHRfromMeanNN", "bpm", "60000 / mean NN", m => m.TimeDomain.MeanHrFromMeanNnBpm),
            Long("sdHR", "bpm", "SD of 60000/NN", m => m.TimeDomain.SdHrBpm),
            Short("minHR", "bpm", "heart rate of the longest NN interval", m => m.TimeDomain.MinHrBpm),
            Short("maxHR", "bpm", "heart rate of the shortest NN interval", m => m.TimeDomain.MaxHrBpm),
            Short("minNN", "ms", "shortest NN interval", m => m.TimeDomain.MinNnMs),
            Short("maxNN", "ms", "longest NN interval", m => m.TimeDomain.MaxNnMs),
            Long("cvnn", "", "SDNN / mean NN", m => m.TimeDomain.CvNn),
            Short("cvsd", "", "RMSSD / mean NN", m => m.TimeDomain.CvSd),
            Short("medianNN", "ms", "median NN interval", m => m.TimeDomain.MedianNnMs),
            Long("madNN", "ms", "1.4826 times the median distance from the median", m => m.TimeDomain.MadNnMs),
            Long("iqrNN", "ms", "distance between the quartiles", m => m.TimeDomain.IqrNnMs),
            Long("prc20NN", "ms", "20th percentile", m => m.TimeDomain.Percentile20NnMs),
            Long("prc80NN", "ms", "80th percentile", m => m.TimeDomain.Percentile80NnMs),
        ];

        HrvMetric Short(string key, string unit, string meaning, Func<HrvMeasures, double> compute) =>
            new(key, unit, meaning, options.ShortWindowS, new(options.ShortMinimumS, options.MaxCorrectedShare), compute);

        HrvMetric Long(string key, string unit, string meaning, Func<HrvMeasures, double> compute) =>
            new(key, unit, meaning, options.LongWindowS, new(options.LongMinimumS, options.MaxCorrectedShare), compute);
    }
}
