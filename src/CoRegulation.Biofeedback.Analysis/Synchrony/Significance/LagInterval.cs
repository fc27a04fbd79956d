namespace CoRegulation.Biofeedback.Analysis.Synchrony.Significance;

/// <summary>The best lag and how well it is known.</summary>
/// <remarks>Of two Gaussian series that share the same part of every wave in a band, one later than the other, the log likelihood of a lag is
/// -K log(1 - r(lag)^2) but for a constant, K the number of waves (the coherence being estimated at each lag; Knapp and Carter 1976,
/// IEEE Trans. ASSP 24(4), 320). The interval holds the lags that a likelihood ratio test keeps at 5 % (Wilks 1938).</remarks>
internal static class LagInterval
{
    // 95 % of a chi square of one degree of freedom.
    private const double Chi2 = 3.841458820694124;
    private const double StepsPerS = 20;

    // A heart rate stands at the beat that closes its interval, half an interval late; by how much more in one person than in the other, 0.1 s
    // or so, the series do not tell.
    private const double HalfIntervalS = 0.1;

    /// <summary>The lag with the largest correlation, and the interval that holds all lags that fit nearly as well.</summary>
    /// <param name="correlation">Correlation at a lag, s.</param>
    /// <param name="maxLagS">Largest lag either way, s.</param>
    /// <param name="waves">Independent waves.</param>
    public static (double LagS, double R, double LowS, double HighS) Of(Func<double, double> correlation, double maxLagS, double waves)
    {
        var perSide = (int)Math.Round(maxLagS * StepsPerS);
        var r = new double[(2 * perSide) + 1];
        for (var i = 0; i < r.Length; i++)
            r[i] = Math.Clamp(correlation(LagS(i)), -0.9999, 0.9999);

        double LagS(int i) => (i - perSide) / StepsPerS;
        var best = Array.IndexOf(r, r.Max());
        bool Fits(double value) => value > 0 && 2 * waves * Math.Log((1 - (value * value)) / (1 - (r[best] * r[best]))) <= Chi2;
        var (low, high) = (Array.FindIndex(r, Fits), Array.FindLastIndex(r, Fits));
        return r[best] > 0
            ? (LagS(best), r[best], Math.Max(-maxLagS, LagS(low) - HalfIntervalS), Math.Min(maxLagS, LagS(high) + HalfIntervalS))
            : (LagS(best), r[best], -maxLagS, maxLagS);
    }
}
