using CoRegulation.Biofeedback.Sessions.Snapshots;

namespace CoRegulation.Biofeedback.Figures.Distance;

/// <summary>A column of snapshots, smoothed as the final estimates are.</summary>
internal static class RunningMedian
{
    // As ConvergenceOptions.SmoothingS: two breaths or more.
    private const int Samples = 10 * Snapshot.PerSecond;

    /// <summary>At each whole second from 0 the median of the ten seconds before; NaN where half of them or more are missing.</summary>
    /// <param name="column">Values of consecutive snapshots; NaN where one had no number.</param>
    /// <param name="firstIndex">Index of the first of them.</param>
    public static double[] EachSecond(ReadOnlySpan<float> column, long firstIndex)
    {
        var end = firstIndex + column.Length;
        var medians = new double[(end + Snapshot.PerSecond - 1) / Snapshot.PerSecond];
        var present = new float[Samples];
        for (var second = 0; second < medians.Length; second++)
        {
            var count = 0;
            var last = ((long)second * Snapshot.PerSecond) - firstIndex;
            for (var i = Math.Max(0, last - Samples + 1); i <= last; i++)
            {
                if (float.IsFinite(column[(int)i]))
                    present[count++] = column[(int)i];
            }

            medians[second] = 2 * count > Samples ? Median(present.AsSpan(0, count)) : double.NaN;
        }

        return medians;
    }

    private static double Median(Span<float> values)
    {
        values.Sort();
        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + (double)values[middle]) / 2;
    }
}
