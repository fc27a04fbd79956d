using MathNet.Numerics.Distributions;

namespace CoRegulation.Biofeedback.Analysis.Returns;

/// <summary>The slope of a line through points of which some are only known to lie higher, in clusters.</summary>
/// <remarks>The Theil-Sen estimate for censored data (Akritas, Murphy and LaValley 1995, J. Am. Stat. Assoc. 90(429), 170): the slope at which as
/// many pairs of residuals rise as fall, counting the pairs whose order is certain (Gehan 1965, Biometrika 52, 203). Up to 29 % of the points may be
/// anything. The interval holds the slopes at which the count does not differ from 0, its variance being that of the sums over clusters
/// (the projection of a U statistic, Hoeffding 1948), with Student's t for their number.</remarks>
internal static class CensoredSlope
{
    private const int Halvings = 80;

    /// <summary>The slope and its 95 % interval; NaN where there is no pair to tell it, or too few clusters for an interval.</summary>
    /// <param name="points">x, y, whether y is only a lower bound, and the number of the cluster from 0 on.</param>
    /// <param name="clusters">Number of clusters.</param>
    public static (double Slope, double Low, double High) Fit(IReadOnlyList<(double X, double Y, bool IsCensored, int Cluster)> points, int clusters)
    {
        var steepest = 0.0;
        for (var i = 0; i < points.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (points[i].X != points[j].X)
                    steepest = Math.Max(steepest, Math.Abs((points[i].Y - points[j].Y) / (points[i].X - points[j].X)));
            }
        }

        var edge = (2 * steepest) + 1;
        if (!(Count(points, -edge, null) > 0 && Count(points, edge, null) < 0))
            return (double.NaN, double.NaN, double.NaN);

        var slope = (Crossing(points, edge, 0) + Crossing(points, edge, double.Epsilon)) / 2;
        if (clusters < 3)
            return (slope, double.NaN, double.NaN);

        var sums = new double[clusters];
        Count(points, slope, sums);
        var variance = sums.Sum(sum => sum * sum) * clusters / (clusters - 1);
        var most = StudentT.InvCDF(0, 1, clusters - 1, 0.975) * Math.Sqrt(variance);
        return (slope, Bounded(Crossing(points, edge, most), edge), Bounded(Crossing(points, edge, -most), edge));
    }

    private static double Bounded(double slope, double edge) => Math.Abs(slope) >= edge * (1 - 1e-9) ? double.NaN : slope;

    /// <summary>The slope at which the count, which never rises with it, falls below a level.</summary>
    private static double Crossing(IReadOnlyList<(double X, double Y, bool IsCensored, int Cluster)> points, double edge, double level)
    {
        var (low, high) = (-edge, edge);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            if (Count(points, middle, null) >= level)
                low = middle;
            else
                high = middle;
        }

        return (low + high) / 2;
    }

    /// <summary>Pairs of residuals that rise with x less those that fall; and what each cluster has to do with it.</summary>
    private static double Count(IReadOnlyList<(double X, double Y, bool IsCensored, int Cluster)> points, double slope, double[]? sums)
    {
        var count = 0.0;
        for (var i = 0; i < points.Count; i++)
        {
            var (x, y, isCensored, cluster) = points[i];
            var residual = y - (slope * x);
            for (var j = 0; j < i; j++)
            {
                var other = points[j];
                if (other.X == x)
                    continue;
                var difference = residual - (other.Y - (slope * other.X));
                var sign = difference > 0 && !other.IsCensored ? 1 : difference < 0 && !isCensored ? -1 : 0;
                sign = x > other.X ? sign : -sign;
                count += sign;
                if (sums is not null)
                    (sums[cluster], sums[other.Cluster]) = (sums[cluster] + sign, sums[other.Cluster] + sign);
            }
        }

        return count;
    }
}
