namespace CoRegulation.Biofeedback.Analysis.Hrv.Geometry;

/// <summary>The ellipse of the Poincaré plot, in which each interval stands over the one before. NaN with fewer than two pairs.</summary>
public sealed record PoincareMeasures
{
    /// <summary>SD across the line of identity, ms: beat-to-beat change.</summary>
    public required double Sd1Ms { get; init; }

    /// <summary>SD along the line of identity, ms: slower change.</summary>
    public required double Sd2Ms { get; init; }

    /// <summary>SD2 over SD1; NaN when SD1 is 0.</summary>
    public double Sd2Sd1 => Sd1Ms > 0 ? Sd2Ms / Sd1Ms : double.NaN;

    /// <summary>Area of the ellipse with both as half axes, ms².</summary>
    public double EllipseAreaMs2 => Math.PI * Sd1Ms * Sd2Ms;
}
