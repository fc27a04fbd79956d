using CoRegulation.Biofeedback.Analysis.HeartRates;

namespace CoRegulation.Biofeedback.Analysis.Synchrony;

/// <summary>What every measure of two series asks of them.</summary>
internal static class Pair
{
    /// <summary>Refuses series that are not on one grid.</summary>
    public static void Check(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        if (a.Length != b.Length)
            throw new ArgumentException($"A has {a.Length} samples and B {b.Length}: resample both to one grid first.", nameof(b));
    }

    /// <summary>Whether every sample is the same. Told by comparing: squares about a rounded mean need not be 0.</summary>
    public static bool IsConstant(ReadOnlySpan<double> x) => x.IsEmpty || !x.ContainsAnyExcept(x[0]);

    /// <summary>The first sample of every second.</summary>
    public static double[] OnceASecond(ReadOnlySpan<double> x)
    {
        var once = new double[SecondsStarted(x.Length)];
        for (var i = 0; i < once.Length; i++)
            once[i] = x[i * HeartRateGrid.SamplesPerSecond];
        return once;
    }

    /// <summary>How many samples at 4 Hz begin so many seconds.</summary>
    public static int SamplesToStart(int seconds) => ((seconds - 1) * HeartRateGrid.SamplesPerSecond) + 1;

    private static int SecondsStarted(int samples) => (samples + HeartRateGrid.SamplesPerSecond - 1) / HeartRateGrid.SamplesPerSecond;
}
