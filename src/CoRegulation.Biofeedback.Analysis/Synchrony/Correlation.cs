namespace CoRegulation.Biofeedback.Analysis.Synchrony;

/// <summary>Pearson correlation of two runs of samples.</summary>
internal static class Correlation
{
    /// <summary>Pearson's r over all samples, two-pass; NaN when a sample is missing or a run is constant.</summary>
    /// <remarks>A constant run is told by comparing samples: the rounded mean of 78 times 8615/78 leaves squares of 1e-28, whose
    /// quotient would be noise.</remarks>
    public static double Pearson(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        if (Pair.IsConstant(a) || Pair.IsConstant(b))
            return double.NaN;

        var (sumA, sumB) = (0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            sumA += a[i];
            sumB += b[i];
        }

        var (meanA, meanB) = (sumA / a.Length, sumB / b.Length);
        var (ab, aa, bb) = (0.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            var (x, y) = (a[i] - meanA, b[i] - meanB);
            ab += x * y;
            aa += x * x;
            bb += y * y;
        }

        return Math.Clamp(ab / Math.Sqrt(aa * bb), -1, 1);
    }
}
