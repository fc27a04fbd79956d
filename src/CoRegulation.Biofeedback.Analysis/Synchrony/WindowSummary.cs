namespace CoRegulation.Biofeedback.Analysis.Synchrony;

/// <summary>A window's Fisher z in a few numbers; lags without a value are left out, and a mean of nothing is NaN.</summary>
/// <param name="AllLagsZ">Mean over all lags.</param>
/// <param name="ALeadsZ">Mean over the positive lags: B follows A.</param>
/// <param name="BLeadsZ">Mean over the negative lags: A follows B.</param>
/// <param name="ALeadsOrTogetherZ">Mean over the positive lags and lag 0.</param>
/// <param name="BLeadsOrTogetherZ">Mean over the negative lags and lag 0.</param>
/// <param name="LagZeroZ">Value at lag 0.</param>
/// <param name="BestLagS">Lag of the largest value, s, the most negative on a tie; NaN when there is none.</param>
/// <remarks>The numbers that rMEA's <c>MEAccf</c> gives (Kleinbub and Ramseyer 2021, Psychother. Res. 31(6), 817). They describe; whether
/// they are more than chance, only surrogates tell.</remarks>
public readonly record struct WindowSummary(
    double AllLagsZ,
    double ALeadsZ,
    double BLeadsZ,
    double ALeadsOrTogetherZ,
    double BLeadsOrTogetherZ,
    double LagZeroZ,
    double BestLagS)
{
    /// <summary>The summary of a window.</summary>
    /// <param name="window">The window.</param>
    /// <param name="absolute">Whether |z| stands in place of z.</param>
    /// <exception cref="ArgumentNullException"><paramref name="window"/> is null.</exception>
    public static WindowSummary Of(SynchronyWindow window, bool absolute)
    {
        ArgumentNullException.ThrowIfNull(window);
        var z = Z(window, absolute);
        var zero = z.Length / 2;
        return new(
            Mean(z),
            Mean(z.AsSpan(zero + 1)),
            Mean(z.AsSpan(0, zero)),
            Mean(z.AsSpan(zero)),
            Mean(z.AsSpan(0, zero + 1)),
            z[zero],
            LagOfLargest(window, z));
    }

    /// <summary>Mean over all windows and lags; NaN when no lag of any has a value.</summary>
    /// <param name="windows">The windows.</param>
    /// <param name="absolute">Whether |z| stands in place of z.</param>
    /// <exception cref="ArgumentNullException"><paramref name="windows"/> is null.</exception>
    public static double GrandMeanZ(IEnumerable<SynchronyWindow> windows, bool absolute) =>
        Mean([.. windows.SelectMany(window => Z(window, absolute))]);

    private static double[] Z(SynchronyWindow window, bool absolute) =>
        Array.ConvertAll(window.R.ToArray(), r => absolute ? Math.Abs(FisherZ.Of(r)) : FisherZ.Of(r));

    private static double Mean(ReadOnlySpan<double> z)
    {
        var (sum, count) = (0.0, 0);
        foreach (var value in z)
        {
            if (double.IsNaN(value))
                continue;
            sum += value;
            count++;
        }

        return sum / count;
    }

    private static double LagOfLargest(SynchronyWindow window, double[] z)
    {
        var best = -1;
        for (var i = 0; i < z.Length; i++)
        {
            if (!double.IsNaN(z[i]) && (best < 0 || z[i] > z[best]))
                best = i;
        }

        return best < 0 ? double.NaN : window.LagS(best);
    }
}
