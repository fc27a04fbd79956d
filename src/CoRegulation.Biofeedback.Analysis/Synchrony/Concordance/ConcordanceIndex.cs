namespace CoRegulation.Biofeedback.Analysis.Synchrony.Concordance;

/// <summary>The concordance index of two series: do their slopes go the same way at the same time?</summary>
/// <remarks>After Marci, Ham, Moran and Orr (2007), J. Nerv. Ment. Dis. 195(2), 103, doi:10.1097/01.nmd.0000253731.71025.fc, who had skin
/// conductance. At lag 0 only: a pair in which one follows by seconds scores low.</remarks>
public static class ConcordanceIndex
{
    /// <summary>The index of a pair.</summary>
    /// <param name="a">n samples of A at 4 Hz without a gap; the first of every second is used.</param>
    /// <param name="b">n samples of B.</param>
    /// <param name="options">Lengths of slope and window.</param>
    /// <returns>Sums of the correlations of the slopes, window by window, 1 s apart; null when not one window fits. A window in which either's
    /// slopes are all the same is left out.</returns>
    /// <exception cref="ArgumentException">The series differ in length.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public static ConcordanceResult? Compute(ReadOnlySpan<double> a, ReadOnlySpan<double> b, ConcordanceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Pair.Check(a, b);
        if (a.Length < options.LeastSamples())
            return null;

        var (slopesA, slopesB) = (Slopes(Pair.OnceASecond(a), options.SlopeSamples), Slopes(Pair.OnceASecond(b), options.SlopeSamples));
        var (count, positive, negative) = (0, 0.0, 0.0);
        for (var i = 0; i + options.WindowSlopes <= slopesA.Length; i++)
        {
            var r = Correlation.Pearson(slopesA.AsSpan(i, options.WindowSlopes), slopesB.AsSpan(i, options.WindowSlopes));
            if (double.IsNaN(r))
                continue;
            count++;
            positive += Math.Max(r, 0);
            negative += Math.Min(r, 0);
        }

        return new(count, positive, negative);
    }

    // Least squares, summed over differences of samples that lie the same way from the middle: those of a constant are 0 to the bit.
    private static double[] Slopes(double[] x, int samples)
    {
        var slopes = new double[x.Length - samples + 1];
        for (var i = 0; i < slopes.Length; i++)
        {
            var (weighted, squares) = (0.0, 0.0);
            for (var k = 0; k < samples / 2; k++)
            {
                var fromMiddle = ((samples - 1) / 2.0) - k;
                weighted += fromMiddle * (x[i + samples - 1 - k] - x[i + k]);
                squares += 2 * fromMiddle * fromMiddle;
            }

            slopes[i] = weighted / squares;
        }

        return slopes;
    }
}
