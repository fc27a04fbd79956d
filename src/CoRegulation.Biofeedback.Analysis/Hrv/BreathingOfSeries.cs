using CoRegulation.Biofeedback.Analysis.Breathing;
using CoRegulation.Biofeedback.Analysis.Statistics;

namespace CoRegulation.Biofeedback.Analysis.Hrv;

/// <summary>Breathing over a series of any length: the middle of what windows side by side tell.</summary>
internal static class BreathingOfSeries
{
    /// <summary>Median rate, breaths/min, and median arrhythmia, ms, over the windows that can be read; NaN where none can.</summary>
    /// <param name="nnMs">NN intervals, ms, above 0, oldest first; at least one. NaN marks a break, across which no window reaches.</param>
    /// <param name="options">Length of a window, and what it needs.</param>
    public static (double RatePerMin, double RsaMs) Compute(ReadOnlySpan<double> nnMs, BreathingOptions options)
    {
        var estimator = new BreathingEstimator(options);
        var (rates, sizes) = (new SortedValues(), new SortedValues());
        foreach (var run in new NnRuns(nnMs))
        {
            var (start, lengthMs) = (0, 0.0);
            for (var i = 0; i < run.Length; i++)
            {
                lengthMs += run[i];
                if (lengthMs < 1000 * options.WindowS && i < run.Length - 1)
                    continue;
                var estimate = estimator.Estimate(run[start..(i + 1)]);
                if (estimate.IsRead)
                {
                    rates.Add(estimate.RatePerMin);
                    sizes.Add(estimate.RsaMs);
                }

                (start, lengthMs) = (i + 1, 0);
            }
        }

        return (rates.Median, sizes.Median);
    }
}
