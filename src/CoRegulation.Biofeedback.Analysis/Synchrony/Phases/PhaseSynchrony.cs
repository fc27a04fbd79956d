using System.Numerics;

namespace CoRegulation.Biofeedback.Analysis.Synchrony.Phases;

/// <summary>Phase synchrony in a band: is one always as far ahead of the other, whatever the sizes of their waves?</summary>
/// <remarks>Phase-locking value over time, as in Lachaux, Rodriguez, Martinerie and Varela (1999), Hum. Brain Mapp. 8(4), 194, who took it over trials;
/// phase from the analytic signal. The narrower the band and the shorter the series, the higher it is by chance.</remarks>
public static class PhaseSynchrony
{
    /// <summary>A line leaves this share of the largest sample by rounding alone, and no phase is read from that.</summary>
    private const double RoundingShare = 1e-12;

    /// <summary>The phase-locking value of a pair in a band.</summary>
    /// <param name="a">n samples of A at 4 Hz without a gap; its least-squares line is taken off.</param>
    /// <param name="b">n samples of B.</param>
    /// <param name="band">The band, within 0 and 2 Hz.</param>
    /// <param name="filter">How the band is taken out.</param>
    /// <param name="options">How much is left out at the ends.</param>
    /// <returns>Value and mean difference; NaN when a series is a line, or too short for a bin in the band. Null when nothing lies between
    /// the ends.</returns>
    /// <exception cref="ArgumentException">The series differ in length.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The band is empty, or not within 0 and 2 Hz.</exception>
    public static PhaseSynchronyResult? Compute(
        ReadOnlySpan<double> a, ReadOnlySpan<double> b, FrequencyBand band, PhaseFilter filter, PhaseOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(band.FromHz, nameof(band));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(band.FromHz, band.ToHz, nameof(band));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(band.ToHz, HeartRates.HeartRateGrid.SamplesPerSecond / 2.0, nameof(band));
        Pair.Check(a, b);
        if (a.Length < options.LeastSamples())
            return null;
        if (Band(a, band, filter) is not { } phasesA || Band(b, band, filter) is not { } phasesB)
            return new(double.NaN, double.NaN);

        var sum = Complex.Zero;
        for (var i = options.EdgeSamples; i < a.Length - options.EdgeSamples; i++)
            sum += Complex.FromPolarCoordinates(1, phasesA[i].Phase - phasesB[i].Phase);

        var mean = sum / (a.Length - (2 * options.EdgeSamples));
        return new(Complex.Abs(mean), mean.Phase);
    }

    private static Complex[]? Band(ReadOnlySpan<double> x, FrequencyBand band, PhaseFilter filter) => WithoutLine(x) is not { } residual
        ? null
        : filter is PhaseFilter.Butterworth
            ? AnalyticSignal.Of(ButterworthBandPass.Filter(residual, band))
            : AnalyticSignal.Of(residual, band);

    /// <summary>What the least-squares line leaves; null when that is rounding only.</summary>
    private static double[]? WithoutLine(ReadOnlySpan<double> x)
    {
        var middle = (x.Length - 1) / 2.0;
        var (mean, cross, squares, largest) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            mean += x[i] / x.Length;
            largest = Math.Max(largest, Math.Abs(x[i]));
        }

        for (var i = 0; i < x.Length; i++)
        {
            cross += (i - middle) * (x[i] - mean);
            squares += (i - middle) * (i - middle);
        }

        var residual = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
            residual[i] = x[i] - mean - (cross / squares * (i - middle));
        return Array.Exists(residual, value => !(Math.Abs(value) <= RoundingShare * largest)) ? residual : null;
    }
}
