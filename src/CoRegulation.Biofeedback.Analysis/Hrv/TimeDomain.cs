using System.Globalization;
using MathNet.Numerics.Statistics;

namespace CoRegulation.Biofeedback.Analysis.Hrv;

/// <summary>Time-domain heart-rate variability of a run of NN intervals.</summary>
public static class TimeDomain
{
    internal const double MadToSd = 1.4826;

    /// <summary>All time-domain measures at once.</summary>
    /// <param name="nnMs">NN intervals, ms, above 0, oldest first; at least one. NaN marks a break: no difference is taken across it.</param>
    /// <returns>The measures; those that need two intervals, or two differences, are NaN with fewer.</returns>
    /// <exception cref="ArgumentException">There is no interval, or one is not above 0 or infinite.</exception>
    /// <remarks>Task Force of ESC and NASPE (1996), Circulation 93(5), 1043. Variances are two-pass and divided by
    /// n - 1; percentiles are of type 7 (linear, position (n - 1) p). O(n log n).</remarks>
    public static TimeDomainMeasures Compute(ReadOnlySpan<double> nnMs)
    {
        var sorted = SortedIntervals(nnMs);
        var bpm = Array.ConvertAll(sorted, static nn => 60_000 / nn);
        var (differences, nn50, nn20) = Differences(nnMs);
        var medianMs = SortedArrayStatistics.Median(sorted);
        var fromMedian = Array.ConvertAll(sorted, nn => Math.Abs(nn - medianMs));

        return new TimeDomainMeasures
        {
            Count = sorted.Length,
            MeanNnMs = Mean(sorted),
            SdnnMs = Sd(sorted),
            RmssdMs = RootMeanSquare(differences),
            SdsdMs = Sd(differences),
            Nn50 = nn50,
            Nn20 = nn20,
            Pnn50Percent = 100.0 * nn50 / differences.Length,
            Pnn20Percent = 100.0 * nn20 / differences.Length,
            MeanHrBpm = Mean(bpm),
            SdHrBpm = Sd(bpm),
            MinNnMs = sorted[0],
            MaxNnMs = sorted[^1],
            MedianNnMs = medianMs,
            MadNnMs = MadToSd * ArrayStatistics.MedianInplace(fromMedian),
            Percentile20NnMs = Percentile(sorted, 0.2),
            Percentile80NnMs = Percentile(sorted, 0.8),
            IqrNnMs = Percentile(sorted, 0.75) - Percentile(sorted, 0.25),
        };
    }

    private static double[] SortedIntervals(ReadOnlySpan<double> nnMs)
    {
        var sorted = new double[nnMs.Length];
        var count = 0;
        foreach (var nn in nnMs)
        {
            if (nn <= 0 || double.IsInfinity(nn))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"An interval of {nn} ms: intervals are above 0 and finite, breaks are NaN."), nameof(nnMs));
            if (!double.IsNaN(nn))
                sorted[count++] = nn;
        }

        if (count is 0)
            throw new ArgumentException("There is no interval.", nameof(nnMs));
        Array.Resize(ref sorted, count);
        Array.Sort(sorted);
        return sorted;
    }

    private static (double[] Differences, int Nn50, int Nn20) Differences(ReadOnlySpan<double> nnMs)
    {
        var differences = new double[nnMs.Length];
        var (count, nn50, nn20) = (0, 0, 0);
        for (var i = 1; i < nnMs.Length; i++)
        {
            var difference = nnMs[i] - nnMs[i - 1];
            if (double.IsNaN(difference))
                continue;
            differences[count++] = difference;
            nn50 += Math.Abs(difference) > 50 ? 1 : 0;
            nn20 += Math.Abs(difference) > 20 ? 1 : 0;
        }

        Array.Resize(ref differences, count);
        return (differences, nn50, nn20);
    }

    // A mean of equal numbers is exactly that number only when taken about one of them; then a constant run has SD 0 and no rounding.
    private static double Mean(double[] x)
    {
        if (x.Length is 0)
            return double.NaN;
        var sum = 0.0;
        foreach (var value in x)
            sum += value - x[0];
        return x[0] + (sum / x.Length);
    }

    private static double Sd(double[] x)
    {
        var mean = Mean(x);
        var sum = 0.0;
        foreach (var value in x)
            sum += (value - mean) * (value - mean);
        return x.Length > 1 ? Math.Sqrt(sum / (x.Length - 1)) : double.NaN;
    }

    private static double RootMeanSquare(double[] x)
    {
        var sum = 0.0;
        foreach (var value in x)
            sum += value * value;
        return Math.Sqrt(sum / x.Length);
    }

    private static double Percentile(double[] sorted, double p) =>
        SortedArrayStatistics.QuantileCustom(sorted, p, QuantileDefinition.R7);
}
