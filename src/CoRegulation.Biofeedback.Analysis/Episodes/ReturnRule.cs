namespace CoRegulation.Biofeedback.Analysis.Episodes;

/// <summary>When a heart rate is back at its baseline to stay.</summary>
internal static class ReturnRule
{
    /// <summary>Searches for the return.</summary>
    /// <param name="smoothed">Smoothed heart rate, bpm; NaN in a gap.</param>
    /// <param name="peak">Index of the peak.</param>
    /// <param name="end">The first index that does not belong to the episode any more: the next onset, or the end.</param>
    /// <param name="limitBpm">Back is at or below this.</param>
    /// <param name="staySamples">For this many samples after the first.</param>
    /// <returns>The index of the return and true; or the last index up to which it is certain that there was none, and false.</returns>
    /// <remarks>An episode that ends while the heart rate is down, but not yet for long enough, is censored where it came down: had it stayed, the
    /// return would have been there.</remarks>
    public static (int At, bool IsSeen) Find(ReadOnlySpan<double> smoothed, int peak, int end, double limitBpm, int staySamples)
    {
        var down = -1;
        for (var i = peak; i < end; i++)
        {
            if (double.IsNaN(smoothed[i]))
                return (down < 0 ? Math.Max(peak, i - 1) : down, false);
            down = smoothed[i] > limitBpm ? -1 : down < 0 ? i : down;
            if (down >= 0 && i - down >= staySamples)
                return (down, true);
        }

        return (down < 0 ? Math.Max(peak, end - 1) : down, false);
    }
}
