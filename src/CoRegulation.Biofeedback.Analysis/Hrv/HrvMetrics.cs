using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Analysis.Hrv;

/// <summary>The measures of heart-rate variability that are computed. A new one is a line here, and its formula.</summary>
public static class HrvMetrics
{
    /// <summary>All measures, in the order in which they are written.</summary>
    /// <param name="options">Windows and minimums.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public static ImmutableArray<HrvMetric> All(HrvOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return
        [
            Short("meanNN", "ms", "mean NN interval", w => w.MeanNnMs),
            Long("sdnn", "ms", "SD of the NN intervals", w => w.SdnnMs),
            Short("rmssd", "ms", "root mean square of successive differences", w => w.RmssdMs),
            Short("sdsd", "ms", "SD of successive differences", w => w.Measures().SdsdMs),
            Short("nn50", "", "successive differences above 50 ms", w => w.Measures().Nn50),
            Short("pnn50", "percent", "share of successive differences above 50 ms", w => w.Pnn50Percent),
            Short("nn20", "", "successive differences above 20 ms", w => w.Measures().Nn20),
            Short("pnn20", "percent", "share of successive differences above 20 ms", w => w.Measures().Pnn20Percent),
            Short("meanHR", "bpm", "mean of 60000/NN", w => w.Measures().MeanHrBpm),
            Short("meanHRfromMeanNN", "bpm", "60000 / mean NN", w => 60_000 / w.MeanNnMs),
            Long("sdHR", "bpm", "SD of 60000/NN", w => w.Measures().SdHrBpm),
            Short("minHR", "bpm", "heart rate of the longest NN interval", w => w.Measures().MinHrBpm),
            Short("maxHR", "bpm", "heart rate of the shortest NN interval", w => w.Measures().MaxHrBpm),
            Short("minNN", "ms", "shortest NN interval", w => w.Measures().MinNnMs),
            Short("maxNN", "ms", "longest NN interval", w => w.Measures().MaxNnMs),
            Long("cvnn", "", "SDNN / mean NN", w => w.SdnnMs / w.MeanNnMs),
            Short("cvsd", "", "RMSSD / mean NN", w => w.RmssdMs / w.MeanNnMs),
            Short("medianNN", "ms", "median NN interval", w => w.Measures().MedianNnMs),
            Long("madNN", "ms", "1.4826 times the median distance from the median", w => w.Measures().MadNnMs),
            Long("iqrNN", "ms", "distance between the quartiles", w => w.Measures().IqrNnMs),
            Long("prc20NN", "ms", "20th percentile", w => w.Measures().Percentile20NnMs),
            Long("prc80NN", "ms", "80th percentile", w => w.Measures().Percentile80NnMs),
        ];

        HrvMetric Short(string key, string unit, string meaning, Func<NnWindow, double> compute) =>
            new(key, unit, meaning, options.ShortWindowS, options.ShortMinimumS, compute);

        HrvMetric Long(string key, string unit, string meaning, Func<NnWindow, double> compute) =>
            new(key, unit, meaning, options.LongWindowS, options.LongMinimumS, compute);
    }
}
