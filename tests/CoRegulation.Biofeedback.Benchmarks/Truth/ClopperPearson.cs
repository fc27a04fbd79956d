using MathNet.Numerics.Distributions;

namespace CoRegulation.Biofeedback.Benchmarks.Truth;

/// <summary>Exact limits of a share (Clopper and Pearson 1934, Biometrika 26(4), 404).</summary>
internal static class ClopperPearson
{
    /// <summary>Lower and upper limit of the share behind so many hits.</summary>
    /// <param name="hits">From 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">How many tries.</param>
    /// <param name="confidence">Two-sided, 0 to 1.</param>
    public static (double Low, double High) Of(int hits, int trials, double confidence = 0.99)
    {
        var tail = (1 - confidence) / 2;
        return (
            hits == 0 ? 0 : Beta.InvCDF(hits, trials - hits + 1, tail),
            hits == trials ? 1 : Beta.InvCDF(hits + 1, trials - hits, 1 - tail));
    }
}
