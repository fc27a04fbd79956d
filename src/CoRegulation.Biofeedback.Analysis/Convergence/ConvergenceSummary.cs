using CoRegulation.Biofeedback.Analysis.HeartRates;
using MathNet.Numerics.Statistics;

namespace CoRegulation.Biofeedback.Analysis.Convergence;

/// <summary>Convergence over a whole session. NaN = no value.</summary>
/// <param name="StartBpm">Median of |A - B| over the first minute that both are seen, bpm.</param>
/// <param name="EndBpm">The same over the last minute.</param>
/// <param name="SlopeBpmPerMin">Slope of |A - B| over the whole time, bpm per minute; negative is nearing.</param>
public readonly record struct ConvergenceSummary(double StartBpm, double EndBpm, double SlopeBpmPerMin)
{
    // Enough for any shape of a session, and few enough to compare all pairs.
    private const int MostPoints = 240;

    /// <summary>The summary of two heart rates on the 4 Hz grid.</summary>
    /// <param name="aBpm">Heart rate of A, bpm; NaN in a gap.</param>
    /// <param name="bBpm">Heart rate of B.</param>
    /// <param name="options">Length of the first and last stretch and of the smoothing.</param>
    /// <returns>Start and end need heart rates of both in half of their stretch, the slope two points.</returns>
    /// <exception cref="ArgumentException">The series differ in length.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <remarks>"First" and "last" count from the first sample and to the last one that both have. The slope is Sen's (1968, J. Am.
    /// Stat. Assoc. 63(324), 1379) through the medians of |A - B| over blocks of the smoothing's length, or of a 240th of the session
    /// where that is longer.</remarks>
    public static ConvergenceSummary Compute(ReadOnlySpan<double> aBpm, ReadOnlySpan<double> bBpm, ConvergenceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (aBpm.Length != bBpm.Length)
            throw new ArgumentException($"A has {aBpm.Length} samples and B {bBpm.Length}: resample both to one grid first.", nameof(bBpm));

        var distances = new double[aBpm.Length];
        for (var i = 0; i < distances.Length; i++)
            distances[i] = Math.Abs(aBpm[i] - bBpm[i]);

        var first = Array.FindIndex(distances, double.IsFinite);
        if (first < 0)
            return new(double.NaN, double.NaN, double.NaN);

        var both = distances.AsSpan(first..(Array.FindLastIndex(distances, double.IsFinite) + 1));
        var ends = (int)(options.EndsS * HeartRateGrid.SamplesPerSecond);
        return new(
            Median(both[..Math.Min(ends, both.Length)], ends),
            Median(both[Math.Max(0, both.Length - ends)..], ends),
            Slope(both, options));
    }

    private static double Slope(ReadOnlySpan<double> distances, ConvergenceOptions options)
    {
        var block = Math.Max(options.SmoothingSamples, (distances.Length + MostPoints - 1) / MostPoints);
        var points = new double[distances.Length / block];
        for (var i = 0; i < points.Length; i++)
            points[i] = Median(distances.Slice(i * block, block), block);
        return TheilSen.Slope(points) * 60 * HeartRateGrid.SamplesPerSecond / block;
    }

    /// <summary>Median of the samples that are there; NaN when that is less than half of what was asked for.</summary>
    private static double Median(ReadOnlySpan<double> samples, int wanted)
    {
        var present = new double[samples.Length];
        var count = 0;
        foreach (var sample in samples)
        {
            if (!double.IsNaN(sample))
                present[count++] = sample;
        }

        return 2 * count >= wanted ? ArrayStatistics.MedianInplace(present[..count]) : double.NaN;
    }
}
