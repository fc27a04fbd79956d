using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CoRegulation.Biofeedback.Analysis.Statistics;

/// <summary>Mean and spread of numbers, in two passes. NaN where there are too few.</summary>
/// <remarks>Sums run in four lanes of fixed width, so that every processor adds in the same order.</remarks>
/// <param name="Count">How many numbers.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="SumSquares">Sum of their squared distances from it.</param>
internal readonly record struct Moments(int Count, double Mean, double SumSquares)
{
    /// <summary>Standard deviation (n - 1); NaN for fewer than two.</summary>
    public double Sd => Count > 1 ? Math.Sqrt(SumSquares / (Count - 1)) : double.NaN;

    // A mean of equal numbers is exactly that number only when taken about one of them; then a constant run has SD 0 and no rounding.
    public static Moments Of(ReadOnlySpan<double> x)
    {
        if (x.IsEmpty)
            return new(0, double.NaN, double.NaN);

        var first = x[0];
        var mean = first + (Sum(x, first) / x.Length);
        return new(x.Length, mean, SumOfSquares(x, mean));
    }

    /// <summary>Sum of the squared distances from a number.</summary>
    public static double SumOfSquares(ReadOnlySpan<double> x, double from)
    {
        var lanes = MemoryMarshal.Cast<double, Vector256<double>>(x);
        var (sum, center) = (Vector256<double>.Zero, Vector256.Create(from));
        foreach (var lane in lanes)
            sum += (lane - center) * (lane - center);

        var total = Vector256.Sum(sum);
        foreach (var value in x[(4 * lanes.Length)..])
            total += (value - from) * (value - from);
        return total;
    }

    private static double Sum(ReadOnlySpan<double> x, double from)
    {
        var lanes = MemoryMarshal.Cast<double, Vector256<double>>(x);
        var (sum, center) = (Vector256<double>.Zero, Vector256.Create(from));
        foreach (var lane in lanes)
            sum += lane - center;

        var total = Vector256.Sum(sum);
        foreach (var value in x[(4 * lanes.Length)..])
            total += value - from;
        return total;
    }
}
