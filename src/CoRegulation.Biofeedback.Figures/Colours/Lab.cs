namespace CoRegulation.Biofeedback.Figures.Colours;

/// <summary>A colour of CIELAB (CIE 15, D65 white), where equal steps look about equally large. L is lightness from 0 to 100.</summary>
internal readonly record struct Lab(double L, double A, double B)
{
    private const double Epsilon = 216.0 / 24389;
    private const double Kappa = 24389.0 / 27;
    private const double WhiteX = 0.95047;
    private const double WhiteZ = 1.08883;

    public static Lab From(Rgb colour)
    {
        var (r, g, b) = colour.Linear;
        var x = Compress((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / WhiteX);
        var y = Compress(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
        var z = Compress((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / WhiteZ);
        return new(116 * y - 16, 500 * (x - y), 200 * (y - z));
    }

    public Rgb ToRgb()
    {
        var fy = (L + 16) / 116;
        var x = WhiteX * Expand(fy + A / 500);
        var y = Expand(fy);
        var z = WhiteZ * Expand(fy - B / 200);
        return Rgb.FromLinear(
            3.2404542 * x - 1.5371385 * y - 0.4985314 * z,
            -0.9692660 * x + 1.8760108 * y + 0.0415560 * z,
            0.0556434 * x - 0.2040259 * y + 1.0572252 * z);
    }

    public Lab Mix(Lab other, double share) =>
        new(L + share * (other.L - L), A + share * (other.A - A), B + share * (other.B - B));

    /// <summary>The same lightness in another hue (degrees) and with another chroma.</summary>
    public Lab WithHue(double degrees, double chroma)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return new(L, chroma * cos, chroma * sin);
    }

    /// <summary>CIE76: the straight distance; 2.3 is about just noticeable.</summary>
    public double DistanceTo(Lab other) =>
        Math.Sqrt(Math.Pow(L - other.L, 2) + Math.Pow(A - other.A, 2) + Math.Pow(B - other.B, 2));

    private static double Compress(double t) => t > Epsilon ? Math.Cbrt(t) : (Kappa * t + 16) / 116;

    private static double Expand(double f) => f * f * f > Epsilon ? f * f * f : (116 * f - 16) / Kappa;
}
