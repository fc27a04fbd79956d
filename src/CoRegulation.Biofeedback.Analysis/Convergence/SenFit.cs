namespace CoRegulation.Biofeedback.Analysis.Convergence;

/// <summary>Sen's slope through evenly spaced points, with intervals for points that follow each other closely; keeps its space from fit to fit.</summary>
/// <param name="mostPoints">Most points of a fit.</param>
/// <remarks>Slope: Sen (1968), J. Am. Stat. Assoc. 63(324), 1379. Interval: ranks of the slopes of all pairs, from the variance of Kendall's S
/// (Gilbert 1987, Statistical Methods for Environmental Pollution Monitoring, eq. 16.3 to 16.5), inflated by (1 + r) / (1 - r) because
/// neighbouring points are alike (Bayley and Hammersley 1946, J. R. Stat. Soc. Suppl. 8(2), 184). r is the lag-1 correlation of what is left
/// about the best monotone fit, made free of its bias, and never below a floor: about a straight line, a heart that settles along a curve
/// would look as if it strayed.</remarks>
internal sealed class SenFit(int mostPoints)
{
    // Beyond it there is no telling a trend from straying, and the variance would have no bound.
    private const double LargestAutocorrelation = 0.95;

    private readonly double[] _slopes = new double[mostPoints * (mostPoints - 1) / 2];
    private readonly MonotoneFit _monotone = new(mostPoints);
    private int _pairs;
    private double _sd;

    /// <summary>Units of y per step; NaN with fewer than two points.</summary>
    public double Slope { get; private set; } = double.NaN;

    /// <summary>Fits points that are one step apart.</summary>
    /// <param name="y">The points in order; NaN for a missing one.</param>
    /// <param name="leastAutocorrelation">Floor of r, from 0 to 0.95.</param>
    public void Fit(ReadOnlySpan<double> y, double leastAutocorrelation)
    {
        var n = 0;
        _pairs = 0;
        for (var i = 0; i < y.Length; i++)
        {
            if (double.IsNaN(y[i]))
                continue;
            n++;
            for (var j = i + 1; j < y.Length; j++)
            {
                if (!double.IsNaN(y[j]))
                    _slopes[_pairs++] = (y[j] - y[i]) / (j - i);
            }
        }

        var slopes = _slopes.AsSpan(0, _pairs);
        slopes.Sort();
        Slope = _pairs is 0 ? double.NaN : (slopes[(_pairs - 1) / 2] + slopes[_pairs / 2]) / 2;
        var r = Autocorrelation(y, n, leastAutocorrelation);
        _sd = Math.Sqrt(n * (n - 1.0) * ((2 * n) + 5) / 18 * (1 + r) / (1 - r));
    }

    /// <summary>Limits of the slope.</summary>
    /// <param name="z">Quantile of the normal distribution: 1.96 for 95 %.</param>
    /// <returns>Units of y per step; NaN where so few points bound nothing.</returns>
    public (double Low, double High) Interval(double z)
    {
        var low = (int)Math.Round((_pairs - (z * _sd)) / 2) - 1;
        return _pairs > 0 && low >= 0 ? (_slopes[low], _slopes[_pairs - 1 - low]) : (double.NaN, double.NaN);
    }

    private double Autocorrelation(ReadOnlySpan<double> y, int n, double least)
    {
        // The correction for bias needs more than four points, and so few bound nothing whatever r is.
        if (n <= 4)
            return least;

        var fitted = _monotone.Fit(y, isRising: Slope >= 0);
        var (products, squares) = (0.0, 0.0);
        var before = double.NaN;
        for (var i = 0; i < y.Length; i++)
        {
            var rest = y[i] - fitted[i];
            if (!double.IsNaN(rest))
                squares += rest * rest;
            if (!double.IsNaN(rest * before))
                products += rest * before;
            before = rest;
        }

        // Bias of about -(1 + 4 r) / n: Kendall (1954), Biometrika 41(3/4), 403. What is left about a monotone fit has mean 0.
        var r = squares > 0 ? ((n * products / squares) + 2) / (n - 4) : 0;
        return Math.Clamp(r, least, Math.Max(least, LargestAutocorrelation));
    }
}
