using System.Runtime.Intrinsics;

namespace CoRegulation.Biofeedback.Analysis.Hrv.Complexity;

/// <summary>Detrended fluctuation analysis: how the fluctuation of the summed intervals grows with the length looked at.</summary>
public static class DetrendedFluctuation
{
    private const int Shortest = 4;
    private const int Middle = 16;
    private const int Longest = 64;

    /// <summary>Both exponents.</summary>
    /// <param name="nnMs">NN intervals, ms, above 0, oldest first; at least one. NaN marks a break: each run has its own windows from its
    /// start, and the squared residuals of all are pooled.</param>
    /// <returns>The exponents; NaN where they are undefined, as for a constant series, which does not fluctuate.</returns>
    /// <exception cref="ArgumentException">There is no interval, or one is not above 0 or infinite.</exception>
    /// <remarks>Peng et al. (1995), Chaos 5(1), 82, doi:10.1063/1.166141: windows do not overlap and begin at the start of a run, what is left
    /// over at its end is dropped, a line is removed in each. O(n) for each of 61 lengths, no memory.</remarks>
    public static DfaExponents Compute(ReadOnlySpan<double> nnMs)
    {
        var runs = new NnRuns(nnMs);
        Span<double> fluctuations = stackalloc double[Longest + 1];
        Span<int> windows = stackalloc int[Longest + 1];
        foreach (var run in runs)
        {
            for (var length = Shortest; length <= Longest && length <= run.Length; length++)
            {
                fluctuations[length] += SquaredResiduals(run, length);
                windows[length] += run.Length / length;
            }
        }

        for (var length = Shortest; length <= Longest; length++)
            fluctuations[length] = Math.Sqrt(fluctuations[length] / ((double)windows[length] * length));

        return new(Slope(fluctuations, Shortest, Middle), windows[Longest] < 2 ? double.NaN : Slope(fluctuations, Middle, Longest));
    }

    /// <summary>Sum over the windows of a run of the squared distances of the summed intervals from their line.</summary>
    /// <remarks>The sum starts anew in each window and counts from the window's first interval: line and offset are removed anyway, and so
    /// no digits are lost to them. Four neighbouring windows go side by side.</remarks>
    private static double SquaredResiduals(ReadOnlySpan<double> run, int length)
    {
        Span<Vector256<double>> y = stackalloc Vector256<double>[Longest];
        var windows = run.Length / length;
        var squares = Vector256<double>.Zero;
        var middle = (length - 1) / 2.0;
        var spread = length * (((double)length * length) - 1) / 12;
        for (var window = 0; window < windows; window += 4)
        {
            // Where fewer than four are left, the last stands in for the missing, counted with nothing.
            var (a, b, c, d) = (
                window * length, Math.Min(window + 1, windows - 1) * length, Math.Min(window + 2, windows - 1) * length, Math.Min(window + 3, windows - 1) * length);
            var first = Vector256.Create(run[a], run[b], run[c], run[d]);
            var (sum, sumY, sumTy) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
            for (var k = 0; k < length; k++)
            {
                sum += Vector256.Create(run[a + k], run[b + k], run[c + k], run[d + k]) - first;
                y[k] = sum;
                sumY += sum;
                sumTy += sum * (k - middle);
            }

            var (mean, slope, residuals) = (sumY / length, sumTy / spread, Vector256<double>.Zero);
            for (var k = 0; k < length; k++)
            {
                var residual = y[k] - mean - (slope * (k - middle));
                residuals += residual * residual;
            }

            var left = windows - window;
            squares += left >= 4 ? residuals : residuals * Vector256.Create(1.0, left > 1 ? 1 : 0, left > 2 ? 1 : 0, 0);
        }

        return Vector256.Sum(squares);
    }

    /// <summary>Least-squares slope of ln F on ln length.</summary>
    private static double Slope(ReadOnlySpan<double> fluctuations, int from, int to)
    {
        var (meanX, meanY) = (0.0, 0.0);
        for (var length = from; length <= to; length++)
        {
            if (!(fluctuations[length] > 0))
                return double.NaN;
            meanX += Math.Log(length) / (to - from + 1);
            meanY += Math.Log(fluctuations[length]) / (to - from + 1);
        }

        var (products, squares) = (0.0, 0.0);
        for (var length = from; length <= to; length++)
        {
            var x = Math.Log(length) - meanX;
            products += x * (Math.Log(fluctuations[length]) - meanY);
            squares += x * x;
        }

        return products / squares;
    }
}
