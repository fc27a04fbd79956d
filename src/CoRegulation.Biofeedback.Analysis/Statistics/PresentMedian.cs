namespace CoRegulation.Biofeedback.Analysis.Statistics;

/// <summary>The median of the samples that are there.</summary>
internal static class PresentMedian
{
    /// <summary>The middle one, or the mean of the middle two.</summary>
    /// <param name="samples">NaN for a missing one; they are put in order.</param>
    /// <param name="least">How many must be there, at least one.</param>
    /// <returns>NaN when fewer are.</returns>
    public static double Of(Span<double> samples, int least)
    {
        samples.Sort();
        // NaN comes first.
        var missing = 0;
        while (missing < samples.Length && double.IsNaN(samples[missing]))
            missing++;
        var present = samples[missing..];
        return present.Length < Math.Max(1, least) ? double.NaN : (present[(present.Length - 1) / 2] + present[present.Length / 2]) / 2;
    }
}
