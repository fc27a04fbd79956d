using CoRegulation.Biofeedback.Analysis.Statistics;

namespace CoRegulation.Biofeedback.Analysis.Hrv.Geometry;

/// <summary>The Poincaré plot of successive NN intervals.</summary>
public static class Poincare
{
    /// <summary>Half axes of the ellipse.</summary>
    /// <param name="nnMs">NN intervals, ms, above 0, oldest first; at least one. NaN marks a break: no pair reaches across it.</param>
    /// <returns>The measures; NaN with fewer than two pairs of neighbours.</returns>
    /// <exception cref="ArgumentException">There is no interval, or one is not above 0 or infinite.</exception>
    /// <remarks>Brennan, Palaniswami and Kamen (2001), IEEE Trans. Biomed. Eng. 48(11), 1342, doi:10.1109/10.959330. SDs of the rotated
    /// pairs themselves (divided by pairs - 1); the common short cut through SDNN and SDSD differs where the ends of a run weigh. O(n).</remarks>
    public static PoincareMeasures Compute(ReadOnlySpan<double> nnMs)
    {
        var runs = new NnRuns(nnMs);
        using var acrossMemory = new Rented<double>(runs.Count);
        using var alongMemory = new Rented<double>(runs.Count);
        var across = acrossMemory.Span;
        var along = alongMemory.Span;
        var pairs = 0;
        foreach (var run in runs)
        {
            for (var i = 1; i < run.Length; i++)
            {
                across[pairs] = run[i] - run[i - 1];
                along[pairs++] = run[i] + run[i - 1];
            }
        }

        var diagonal = Math.Sqrt(2);
        return new() { Sd1Ms = Moments.Of(across[..pairs]).Sd / diagonal, Sd2Ms = Moments.Of(along[..pairs]).Sd / diagonal };
    }
}
