namespace CoRegulation.Biofeedback.Analysis.Hrv.Geometry;

/// <summary>Geometric heart-rate variability: the shape of the histogram of NN intervals.</summary>
public static class Geometric
{
    private const double TriangleBinMs = 1000.0 / 128;
    private const double BaevskyBinMs = 50;

    /// <summary>All geometric measures at once.</summary>
    /// <param name="nnMs">NN intervals, ms, above 0; at least one. Their order does not matter; NaN (a break) is passed over.</param>
    /// <returns>The measures; all NaN when shortest and longest interval lie more than two hours apart.</returns>
    /// <exception cref="ArgumentException">There is no interval, or one is not above 0 or infinite.</exception>
    /// <remarks>Triangular index and TINN: Task Force of ESC and NASPE (1996), Circulation 93(5), 1043, bins of 1/128 s. TINN is the
    /// joint least-squares triangle whose apex stays on the fullest bin: each side is searched alone, the shorter of equal fits wins.
    /// Stress index: Baevsky and Chernikova (2017), Cardiometry 10, 66, bins of 50 ms. O(n + bins).</remarks>
    public static GeometricMeasures Compute(ReadOnlySpan<double> nnMs)
    {
        var runs = new NnRuns(nnMs);
        if (NnHistogram.Of(runs, TriangleBinMs) is not { } triangle || NnHistogram.Of(runs, BaevskyBinMs) is not { } baevsky)
            return new() { TriangularIndex = double.NaN, TinnMs = double.NaN, BaevskySI = double.NaN };

        return new()
        {
            TriangularIndex = (double)runs.Count / triangle.Height,
            TinnMs = (BestBase(triangle.Counts, triangle.Mode, -1) + BestBase(triangle.Counts, triangle.Mode, +1)) * TriangleBinMs,
            BaevskySI = StressIndex(runs, baevsky),
        };
    }

    /// <summary>Number of bins from the mode to where the best triangle meets the ground on one side.</summary>
    /// <remarks>With counts g and height Y = g[0], the squared error of base D is, but for a constant and a factor Y / 6,
    /// N(D) / D with N(D) = Y (D + 1)(2D + 1) - 12 (D sum g[j] - sum j g[j]), sums over j &lt; D. In whole numbers, so that no
    /// rounding decides between bases.</remarks>
    private static int BestBase(ReadOnlySpan<int> counts, int mode, int step)
    {
        Int128 height = counts[mode];
        Int128 within = 0, moment = 0, bestError = 0;
        var best = 0;
        for (var (bin, d) = (mode, 1); bin >= 0 && bin < counts.Length; bin += step, d++)
        {
            within += counts[bin];
            moment += (Int128)(d - 1) * counts[bin];
            var error = (height * (d + 1) * ((2 * d) + 1)) - (12 * ((d * within) - moment));
            if (best is 0 || error * best < bestError * d)
                (best, bestError) = (d, error);
        }

        return best;
    }

    private static double StressIndex(NnRuns runs, NnHistogram histogram)
    {
        if (runs.MinMs == runs.MaxMs)
            return double.NaN;

        var modeS = (histogram.FirstBin + histogram.Mode + 0.5) * (BaevskyBinMs / 1000);
        return 100.0 * histogram.Height / runs.Count / (2 * modeS * ((runs.MaxMs - runs.MinMs) / 1000));
    }
}
