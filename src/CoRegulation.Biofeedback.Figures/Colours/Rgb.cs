using System.Globalization;

namespace CoRegulation.Biofeedback.Figures.Colours;

/// <summary>A colour of sRGB (IEC 61966-2-1), each channel from 0 to 1.</summary>
internal readonly record struct Rgb(double R, double G, double B)
{
    public static Rgb Parse(string hex) => hex is ['#', _, _, _, _, _, _]
        ? new(Channel(hex, 1), Channel(hex, 3), Channel(hex, 5))
        : throw new FormatException($"'{hex}' is not a colour of the form #RRGGBB.");

    public static Rgb FromLinear(double r, double g, double b) => new(Encode(r), Encode(g), Encode(b));

    /// <summary>The channels in proportion to light.</summary>
    public (double R, double G, double B) Linear => (Decode(R), Decode(G), Decode(B));

    public Rgb Mix(Rgb other, double share) =>
        new(R + share * (other.R - R), G + share * (other.G - G), B + share * (other.B - B));

    public string ToHex() => "#" + Convert.ToHexString([Byte(R), Byte(G), Byte(B)]);

    private static double Channel(string hex, int start) =>
        byte.Parse(hex.AsSpan(start, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) / 255.0;

    private static byte Byte(double channel) => (byte)Math.Round(255 * Math.Clamp(channel, 0, 1));

    private static double Decode(double c) => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);

    private static double Encode(double c) => Math.Clamp(c <= 0.0031308 ? 12.92 * c : 1.055 * Math.Pow(c, 1 / 2.4) - 0.055, 0, 1);
}
