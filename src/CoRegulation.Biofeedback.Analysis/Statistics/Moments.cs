using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CoRegulation.Biofeedback.Analysis.Statistics;

/// <summary>Mean and spread of many numbers at once, in two passes.</summary>
/// <remarks>Sums run in eight lanes whatever the processor, so that every one adds in the same order.</remarks>
internal static class Moments
{
    // A mean of equal numbers is exactly that number only when taken about one of them; then a constant run has SD 0 and no rounding.
    public static RunningMoments Of(ReadOnlySpan<double> x)
    {
        if (x.IsEmpty)
            return default;

        var first = x[0];
        var mean = first + (Sum(x, first) / x.Length);
        return new(x.Length, mean, SumOfSquares(x, mean));
    }

    /// <summary>Sum of the squared distances from a number.</summary>
    public static double SumOfSquares(ReadOnlySpan<double> x, double from)
    {
        var lanes = MemoryMarshal.Cast<double, Vector256<double>>(x);
        var (even, odd, center) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256.Create(from));
        for (var k = 0; k + 1 < lanes.Length; k += 2)
        {
            even += (lanes[k] - center) * (lanes[k] - center);
            odd += (lanes[k + 1] - center) * (lanes[k + 1] - center);
        }

        var total = Vector256.Sum(even + odd);
        foreach (var value in x[(lanes.Length / 2 * 8)..])
            total += (value - from) * (value - from);
        return total;
    }

    private static double Sum(ReadOnlySpan<double> x, double from)
    {
        var lanes = MemoryMarshal.Cast<double, Vector256<double>>(x);
        var (even, odd, center) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256.Create(from));
        for (var k = 0; k + 1 < lanes.Length; k += 2)
        {
            even += lanes[k] - center;
            odd += lanes[k + 1] - center;
        }

        var total = Vector256.Sum(even + odd);
        foreach (var value in x[(lanes.Length / 2 * 8)..])
            total += value - from;
        return total;
    }
}
