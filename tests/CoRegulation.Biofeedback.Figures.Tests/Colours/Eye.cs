using CoRegulation.Biofeedback.Figures.Colours;

namespace CoRegulation.Biofeedback.Figures.Tests.Colours;

/// <summary>How colours meet an eye: contrast, and what remains of them without one of the three cones.</summary>
internal static class Eye
{
    // Machado, Oliveira & Fernandes (2009), IEEE Trans. Vis. Comput. Graph. 15(6), 1291, severity 1.0; over linear sRGB.
    public static readonly Dictionary<string, double[]> Visions = new()
    {
        ["normal"] = [1, 0, 0, 0, 1, 0, 0, 0, 1],
        ["protan"] = [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        ["deutan"] = [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        ["tritan"] = [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    };

    /// <summary>CIE76 distance of two colours as seen by such an eye.</summary>
    public static double Distance(string one, string other, string vision) => Seen(one, vision).DistanceTo(Seen(other, vision));

    /// <summary>WCAG 2.2 contrast ratio, (L1 + 0.05) / (L2 + 0.05) with relative luminance L = 0.2126 R + 0.7152 G + 0.0722 B.</summary>
    public static double Contrast(string one, string other)
    {
        var (light, dark) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(string hex)
    {
        var (r, g, b) = Rgb.Parse(hex).Linear;
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    }

    private static Lab Seen(string hex, string vision)
    {
        var m = Visions[vision];
        var (r, g, b) = Rgb.Parse(hex).Linear;
        double Row(int at) => Math.Clamp(m[at] * r + m[at + 1] * g + m[at + 2] * b, 0, 1);
        return Lab.From(Rgb.FromLinear(Row(0), Row(3), Row(6)));
    }
}
