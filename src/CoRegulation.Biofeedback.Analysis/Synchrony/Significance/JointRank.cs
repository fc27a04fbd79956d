namespace CoRegulation.Biofeedback.Analysis.Synchrony.Significance;

/// <summary>p of several statistics together, from the very copies that each is ranked among.</summary>
/// <remarks>The smallest weighted p among the statistics is itself ranked among the copies (Westfall and Young 1993, Resampling-Based
/// Multiple Testing, 2.3), so that dependence between them costs nothing and the level holds exactly where copies and original are
/// exchangeable.</remarks>
internal static class JointRank
{
    /// <summary>p of each statistic alone, and of all.</summary>
    /// <param name="values">For each statistic its values: first the original's, then those of n copies.</param>
    /// <param name="weights">Share of the level of each.</param>
    /// <returns>(k + 1)/(n + 1), k the copies at least as large.</returns>
    public static (double[] Alone, double Together) P(IReadOnlyList<double[]> values, IReadOnlyList<double> weights)
    {
        var all = values[0].Length;
        var smallest = new double[all];
        Array.Fill(smallest, double.PositiveInfinity);
        var alone = new double[values.Count];
        for (var s = 0; s < values.Count; s++)
        {
            var sorted = (double[])values[s].Clone();
            Array.Sort(sorted);
            for (var i = 0; i < all; i++)
            {
                var p = (all - FirstNotBelow(sorted, values[s][i])) / (double)all;
                if (i is 0)
                    alone[s] = p;
                smallest[i] = Math.Min(smallest[i], p / weights[s]);
            }
        }

        return (alone, smallest.Count(value => value <= smallest[0]) / (double)all);
    }

    private static int FirstNotBelow(double[] sorted, double value)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < value)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
