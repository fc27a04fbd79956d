namespace CoRegulation.Biofeedback.Benchmarks.Budgets;

/// <summary>Numbers in order.</summary>
internal static class Numbers
{
    /// <summary>The smallest number that at least this share of all does not exceed (nearest rank).</summary>
    public static double Quantile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
    }

    public static double Median(IEnumerable<double> values) => Quantile(values, 0.5);
}
