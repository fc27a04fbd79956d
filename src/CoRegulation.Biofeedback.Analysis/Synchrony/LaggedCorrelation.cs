namespace CoRegulation.Biofeedback.Analysis.Synchrony;

/// <summary>Correlation of two equally sampled series at each lag. A positive lag means that B follows A.</summary>
public static class LaggedCorrelation
{
    /// <summary>Pearson correlation of A and B for every lag from -maxLag to +maxLag samples.</summary>
    /// <param name="a">n samples of A, any unit, on one grid with <paramref name="b"/>; NaN for a missing one.</param>
    /// <param name="b">n samples of B.</param>
    /// <param name="maxLag">Largest lag, in samples; from 0 to n - 2.</param>
    /// <returns>2 maxLag + 1 values in [-1, 1]; index maxLag is lag 0, and to its right B follows A.
    /// <see cref="double.NaN"/> where the overlap of either series is constant or misses a sample: correlation is undefined there, not 0.</returns>
    /// <exception cref="ArgumentException">The series differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A lag would leave fewer than 2 overlapping samples.</exception>
    /// <remarks>Each lag uses the means of the very samples it correlates, as in Boker et al. (2002), Psychol. Methods 7(3), 338,
    /// doi:10.1037/1082-989X.7.3.338. O(n maxLag).</remarks>
    public static double[] Compute(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int maxLag)
    {
        Check(a, b, maxLag);
        var r = new double[(2 * maxLag) + 1];
        for (var lag = -maxLag; lag <= maxLag; lag++)
        {
            var overlap = a.Length - Math.Abs(lag);
            r[maxLag + lag] = Correlation.Pearson(a.Slice(Math.Max(0, -lag), overlap), b.Slice(Math.Max(0, lag), overlap));
        }

        return r;
    }

    /// <summary>The cross-correlation function with the means and variances of the whole series, which shrinks with the lag
    /// by (n - |lag|)/n.</summary>
    /// <param name="a">n samples of A, any unit, on one grid with <paramref name="b"/>; NaN for a missing one.</param>
    /// <param name="b">n samples of B.</param>
    /// <param name="maxLag">Largest lag, in samples; from 0 to n - 2.</param>
    /// <returns>2 maxLag + 1 values, lags as in <see cref="Compute"/>; all NaN when a series is constant or misses a sample.</returns>
    /// <exception cref="ArgumentException">The series differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A lag would leave fewer than 2 overlapping samples.</exception>
    /// <remarks>The estimator of R's <c>ccf</c>, whose lags have the opposite sign: <c>ccf(a, b)</c> at k is this at -k. O(n maxLag).</remarks>
    public static double[] ComputeBiased(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int maxLag)
    {
        Check(a, b, maxLag);
        var r = new double[(2 * maxLag) + 1];
        if (Pair.IsConstant(a) || Pair.IsConstant(b))
        {
            Array.Fill(r, double.NaN);
            return r;
        }

        var (x, y) = (Centered(a), Centered(b));
        var scale = Math.Sqrt(Dot(x, x) * Dot(y, y));
        for (var lag = -maxLag; lag <= maxLag; lag++)
        {
            var overlap = a.Length - Math.Abs(lag);
            // Rounding must not make it more than 1, of which there is no Fisher z.
            r[maxLag + lag] = Math.Clamp(Dot(x.AsSpan(Math.Max(0, -lag), overlap), y.AsSpan(Math.Max(0, lag), overlap)) / scale, -1, 1);
        }

        return r;
    }

    private static void Check(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int maxLag)
    {
        Pair.Check(a, b);
        ArgumentOutOfRangeException.ThrowIfNegative(maxLag);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxLag, a.Length - 2);
    }

    private static double[] Centered(ReadOnlySpan<double> x)
    {
        var sum = 0.0;
        foreach (var value in x)
            sum += value;

        var centered = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
            centered[i] = x[i] - (sum / x.Length);
        return centered;
    }

    private static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++)
            sum += x[i] * y[i];
        return sum;
    }
}
