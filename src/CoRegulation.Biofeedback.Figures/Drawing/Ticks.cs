namespace CoRegulation.Biofeedback.Figures.Drawing;

/// <summary>Round places on an axis.</summary>
internal static class Ticks
{
    private static readonly double[] TimeStepsS = [15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400];

    /// <summary>Session times, s, not before 0, with the smallest round step that gives few enough of them.</summary>
    public static IEnumerable<double> Times(double startS, double endS, int atMost)
    {
        var step = Array.Find(TimeStepsS, s => (endS - startS) / s <= atMost) is var found and > 0
            ? found
            : 14400 * Math.Ceiling((endS - startS) / (14400.0 * atMost));
        return Multiples(step, Math.Max(0, startS), endS);
    }

    /// <summary>Values with a step of 1, 2 or 5 times a power of ten.</summary>
    public static IEnumerable<double> Values(double low, double high, int atMost)
    {
        var rough = (high - low) / atMost;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = power * (rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
        return Multiples(step, low, high);
    }

    private static IEnumerable<double> Multiples(double step, double from, double to)
    {
        // Counted, not summed: a sum would drift away from round numbers.
        for (var k = Math.Ceiling(from / step - 1e-9); k * step <= to + step * 1e-9; k++)
            yield return (k * step) + 0.0; // never a negative zero
    }
}
