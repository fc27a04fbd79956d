namespace CoRegulation.Biofeedback.Analysis.Convergence;

/// <summary>Slope of a line through points that may hold outliers: the median of the slopes of all pairs.</summary>
/// <remarks>Sen (1968), J. Am. Stat. Assoc. 63(324), 1379; up to 29 % of the points may be anything.</remarks>
public static class TheilSen
{
    /// <summary>Slope of evenly spaced points.</summary>
    /// <param name="y">The points in order, one unit of x apart; NaN for a missing one.</param>
    /// <returns>Units of y per step; NaN with fewer than two points. O(n^2 log n).</returns>
    public static double Slope(ReadOnlySpan<double> y)
    {
        var fit = new SenFit(y.Length);
        fit.Fit(y, leastAutocorrelation: 0);
        return fit.Slope;
    }
}
