using CoRegulation.Biofeedback.Analysis.Statistics;

namespace CoRegulation.Biofeedback.Analysis.Hrv.Complexity;

/// <summary>How far apart two intervals may lie to be alike.</summary>
internal static class Tolerance
{
    /// <summary>r = 0.2 SDNN, ms; 0 for a single interval.</summary>
    public static double OfMs(NnRuns runs)
    {
        using var memory = new Rented<double>(runs.Count);
        runs.CopyTo(memory.Span);
        return runs.Count > 1 ? 0.2 * Moments.Of(memory.Span).Sd : 0;
    }
}
