using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.Artefacts;
using CoRegulation.Biofeedback.Analysis.Beats;

namespace CoRegulation.Biofeedback.Analysis.Hrv;

/// <summary>Heart-rate variability of a whole series in one call.</summary>
public static class HrvAnalysis
{
    /// <summary>Corrects artefacts and computes the whole set.</summary>
    /// <param name="rrMs">RR intervals without a gap, ms, above 0 and finite, oldest first.</param>
    /// <param name="artefacts">How to correct; the defaults when null.</param>
    /// <param name="options">What each measure needs; the defaults when null.</param>
    /// <exception cref="ArgumentException">An interval is not above 0 or not finite.</exception>
    public static HrvResult Compute(ReadOnlySpan<double> rrMs, ArtefactOptions? artefacts = null, HrvOptions? options = null) =>
        Compute(ArtefactCorrection.Correct(rrMs, artefacts), options);

    /// <summary>The whole set of beats that are corrected already.</summary>
    /// <param name="beats">Rows of one person, in order, gaps kept.</param>
    /// <param name="options">What each measure needs; the defaults when null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="beats"/> is null.</exception>
    public static HrvResult Compute(IReadOnlyList<Beat> beats, HrvOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(beats);
        var (quality, nnMs) = NnSeries.Of(beats);
        options ??= new();
        return Result(beats, quality, new HrvMeasures(nnMs, options), HrvMetrics.All(options));
    }

    /// <summary>The bare arithmetic on intervals as they are: nothing is corrected and nothing is too short, for comparison with other programs.</summary>
    /// <param name="nnMs">Intervals, ms, above 0 and finite, oldest first; at least one.</param>
    /// <param name="options">The age, which moves the bands; the defaults when null.</param>
    /// <exception cref="ArgumentException">There is no interval, or one is not above 0 or not finite.</exception>
    public static HrvResult Raw(ReadOnlySpan<double> nnMs, HrvOptions? options = null)
    {
        var intervals = nnMs.ToArray();
        var totalS = intervals.Sum() / 1000;
        return Result([], new(intervals.Length, totalS, 0, totalS, 0), new HrvMeasures(intervals, options), HrvMetrics.Raw());
    }

    private static HrvResult Result(IReadOnlyList<Beat> beats, NnQuality quality, HrvMeasures measures, ImmutableArray<HrvMetric> metrics) => new()
    {
        Beats = beats,
        Quality = quality,
        Metrics = metrics,
        Values = [.. metrics.Select(metric => metric.Of(quality, measures))],
    };
}
