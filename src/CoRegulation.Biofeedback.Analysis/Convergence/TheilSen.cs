using MathNet.Numerics.Statistics;

namespace CoRegulation.Biofeedback.Analysis.Convergence;

/// <summary>Slope of a line through points that may hold outliers: the median of the slopes of all pairs.</summary>
/// <remarks>Sen (1968), J. Am. Stat. Assoc. 63(324), 1379; up to 29 % of the points may be anything.</remarks>
public static class TheilSen
{
    /// <summary>Slope of evenly spaced points.</summary>
    /// <param name="y">The points in order, one unit of x apart; NaN for a missing one.</param>
    /// <returns>Units of y per step; NaN with fewer than two points. O(n^2).</returns>
    public static double Slope(ReadOnlySpan<double> y) => Slope(y, new double[Pairs(y.Length)]);

    /// <summary>Most pairs that n points make: the scratch space that a slope needs.</summary>
    internal static int Pairs(int points) => points * (points - 1) / 2;

    /// <summary>The slope, computed in space that the caller keeps.</summary>
    internal static double Slope(ReadOnlySpan<double> y, double[] scratch)
    {
        var count = 0;
        for (var i = 0; i < y.Length; i++)
        {
            if (double.IsNaN(y[i]))
                continue;
            for (var j = i + 1; j < y.Length; j++)
            {
                if (!double.IsNaN(y[j]))
                    scratch[count++] = (y[j] - y[i]) / (j - i);
            }
        }

        if (count is 0)
            return double.NaN;

        Array.Fill(scratch, double.PositiveInfinity, count, scratch.Length - count);
        var upper = ArrayStatistics.OrderStatisticInplace(scratch, (count / 2) + 1);
        return count % 2 is 1 ? upper : (upper + ArrayStatistics.OrderStatisticInplace(scratch, count / 2)) / 2;
    }
}
