using CoRegulation.Biofeedback.Analysis.HeartRates;
using CoRegulation.Biofeedback.Analysis.Statistics;

namespace CoRegulation.Biofeedback.Analysis.Convergence;

/// <summary>Convergence over a whole session. NaN = no value.</summary>
/// <param name="StartBpm">Median of |A - B| over the first minute that both are seen, bpm.</param>
/// <param name="EndBpm">The same over the last minute.</param>
/// <param name="Slope">Slope of |A - B| over the whole time with its 95 % interval; negative is nearing.</param>
/// <param name="State">The slope in a word: nearing or parting only where the interval excludes 0 and the change over the session is large enough;
/// null where there is no interval.</param>
/// <param name="A">What A's heart rate did by itself over the same time.</param>
/// <param name="B">The same of B.</param>
/// <param name="Missing">Why something is missing, in a sentence; null when nothing is.</param>
public readonly record struct ConvergenceSummary(
    double StartBpm, double EndBpm, Trend Slope, ConvergenceState? State, PersonTrend A, PersonTrend B, string? Missing)
{
    // Enough for any shape of a session, and few enough to compare all pairs.
    private const int MostPoints = 240;
    private const double Z95 = 1.959964;

    /// <summary>Slope of |A - B| over the whole time, bpm per minute; negative is nearing.</summary>
    public double SlopeBpmPerMin => Slope.BpmPerMin;

    /// <summary>Lower limit of its 95 % interval, bpm per minute.</summary>
    public double SlopeLow => Slope.LowBpmPerMin;

    /// <summary>Upper limit of its 95 % interval, bpm per minute.</summary>
    public double SlopeHigh => Slope.HighBpmPerMin;

    /// <summary>What the two did together; null unless both trends are known.</summary>
    public PairCourse? Course => PairCourses.Of(A.Word, B.Word);

    /// <summary>The summary of two heart rates on the 4 Hz grid.</summary>
    /// <param name="aBpm">Heart rate of A, bpm; NaN in a gap.</param>
    /// <param name="bBpm">Heart rate of B.</param>
    /// <param name="options">Length of the first and last stretch and of the smoothing, and what counts as a change.</param>
    /// <returns>Start and end need heart rates of both in half of their stretch, the slope two points and its interval about nine.</returns>
    /// <exception cref="ArgumentException">The series differ in length.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <remarks>"First" and "last" count from the first sample and to the last one that both have. Slopes are Sen's (1968, J. Am. Stat. Assoc.
    /// 63(324), 1379) through the medians of |A - B|, of A and of B over blocks of the smoothing's length, or of a 240th of the session
    /// where that is longer; the interval is for blocks of which neighbours are alike (docs/methods/convergence.md).</remarks>
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
            return new(double.NaN, double.NaN, Trend.None, null, new(Trend.None, null), new(Trend.None, null), "The two heart rates are never there at the same time.");

        var end = Array.FindLastIndex(distances, double.IsFinite) + 1;
        var both = distances.AsSpan(first..end);
        var ends = (int)(options.EndsS * HeartRateGrid.SamplesPerSecond);
        var startBpm = Median(both[..Math.Min(ends, both.Length)], ends);
        var endBpm = Median(both[Math.Max(0, both.Length - ends)..], ends);
        var (slope, direction) = TrendOf(both, options);
        var (aSlope, aDirection) = TrendOf(aBpm[first..end], options);
        var (bSlope, bDirection) = TrendOf(bBpm[first..end], options);
        return new(
            startBpm,
            endBpm,
            slope,
            TrendWords.OfDistance(direction),
            new(aSlope, TrendWords.OfHeart(aDirection)),
            new(bSlope, TrendWords.OfHeart(bDirection)),
            !slope.HasInterval ? "Too little time with both heart rates for an interval of the slope."
                : double.IsNaN(startBpm + endBpm) ? "Less than half of the first or the last minute has both heart rates." : null);
    }

    private static (Trend Trend, int? Direction) TrendOf(ReadOnlySpan<double> bpm, ConvergenceOptions options)
    {
        var block = Math.Max(options.SmoothingSamples, (bpm.Length + MostPoints - 1) / MostPoints);
        var points = new double[bpm.Length / block];
        for (var i = 0; i < points.Length; i++)
            points[i] = Median(bpm.Slice(i * block, block), block);

        var fit = new SenFit(points.Length);
        fit.Fit(points, options.LeastAutocorrelation);
        var perMin = 60.0 * HeartRateGrid.SamplesPerSecond / block;
        var (low, high) = fit.Interval(Z95);
        var trend = new Trend(fit.Slope * perMin, low * perMin, high * perMin);
        var isLarge = Math.Abs(fit.Slope) * points.Length >= options.LeastChangeBpm;
        return (trend, !trend.HasInterval ? null : isLarge ? trend.Direction : 0);
    }

    /// <summary>Median of the samples that are there; NaN when that is less than half of what was asked for.</summary>
    private static double Median(ReadOnlySpan<double> samples, int wanted) => PresentMedian.Of(samples.ToArray(), (wanted + 1) / 2);
}
