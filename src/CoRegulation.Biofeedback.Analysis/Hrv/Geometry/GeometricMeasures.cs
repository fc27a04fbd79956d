namespace CoRegulation.Biofeedback.Analysis.Hrv.Geometry;

/// <summary>Measures of the shape of the NN histogram. All move in steps of a bin; they are meant for 20 min and longer.</summary>
public sealed record GeometricMeasures
{
    /// <summary>HRV triangular index: number of intervals over the height of the histogram of 1/128 s.</summary>
    public required double TriangularIndex { get; init; }

    /// <summary>TINN: base of the triangle that fits the histogram of 1/128 s best, ms.</summary>
    public required double TinnMs { get; init; }

    /// <summary>Baevsky's stress index, 1/s²; NaN when all intervals are equal. An old name: it is a shape, not a person's stress.</summary>
    public required double BaevskySI { get; init; }

    /// <summary>Square root of <see cref="BaevskySI"/>, 1/s: what Kubios shows under that name.</summary>
    public double BaevskySqrtSI => Math.Sqrt(BaevskySI);
}
