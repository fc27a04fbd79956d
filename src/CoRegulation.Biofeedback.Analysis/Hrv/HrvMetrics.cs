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
            Short("meanNN", "ms", "mean NN interval", t => t.MeanNnMs),
            Long("sdnn", "ms", "SD of the NN intervals", t => t.SdnnMs),
            Short("rmssd", "ms", "root mean square of successive differences", t => t.RmssdMs),
            Short("sdsd", "ms", "SD of successive differences", t => t.SdsdMs),
            Short("nn50", "", "successive differences above 50 ms", t => t.Nn50),
            Short("pnn50", "percent", "share of successive differences above 50 ms", t => t.Pnn50Percent),
            Short("nn20", "", "successive differences above 20 ms", t => t.Nn20),
            Short("pnn20", "percent", "share of successive differences above 20 ms", t => t.Pnn20Percent),
            Short("meanHR", "bpm", "mean of 60000/NN", t => t.MeanHrBpm),
            Short("meanHRfromMeanNN", "bpm", "60000 / mean NN", t => t.MeanHrFromMeanNnBpm),
            Long("sdHR", "bpm", "SD of 60000/NN", t => t.SdHrBpm),
            Short("minHR", "bpm", "heart rate of the longest NN interval", t => t.MinHrBpm),
            Short("maxHR", "bpm", "heart rate of the shortest NN interval", t => t.MaxHrBpm),
            Short("minNN", "ms", "shortest NN interval", t => t.MinNnMs),
            Short("maxNN", "ms", "longest NN interval", t => t.MaxNnMs),
            Long("cvnn", "", "SDNN / mean NN", t => t.CvNn),
            Short("cvsd", "", "RMSSD / mean NN", t => t.CvSd),
            Short("medianNN", "ms", "median NN interval", t => t.MedianNnMs),
            Long("madNN", "ms", "1.4826 times the median distance from the median", t => t.MadNnMs),
            Long("iqrNN", "ms", "distance between the quartiles", t => t.IqrNnMs),
            Long("prc20NN", "ms", "20th percentile", t => t.Percentile20NnMs),
            Long("prc80NN", "ms", "80th percentile", t => t.Percentile80NnMs),
        ];

        HrvMetric Short(string key, string unit, string meaning, Func<TimeDomainMeasures, double> value) =>
            OfTimeDomain(new(key, unit, meaning, options.ShortWindowS, new(options.ShortMinimumS, options.MaxCorrectedShare), m => value(m.TimeDomain)), value);

        HrvMetric Long(string key, string unit, string meaning, Func<TimeDomainMeasures, double> value) =>
            OfTimeDomain(new(key, unit, meaning, options.LongWindowS, new(options.LongMinimumS, options.MaxCorrectedShare), m => value(m.TimeDomain)), value);

        static HrvMetric OfTimeDomain(HrvMetric metric, Func<TimeDomainMeasures, double> value) => metric with { OfTimeDomain = value };
    }
}
