using System.Numerics;
using CoRegulation.Biofeedback.Analysis.HeartRates;
using MathNet.Numerics;
using MathNet.Numerics.IntegralTransforms;

namespace CoRegulation.Biofeedback.Analysis.Synchrony.Coherence;

/// <summary>Magnitude-squared coherence: at each frequency, how constant are phase difference and ratio of two series over time?</summary>
/// <remarks>Spectra averaged over segments after Welch (1967), IEEE Trans. Audio Electroacoust. 15(2), 70: whole segments that overlap by half,
/// the mean of each taken off, periodic Hann window; |mean Pab|² / (mean Paa x mean Pbb).</remarks>
public static class WelchCoherence
{
    /// <summary>The coherence of a pair.</summary>
    /// <param name="a">n samples of A at 4 Hz without a gap.</param>
    /// <param name="b">n samples of B.</param>
    /// <param name="options">Length of a segment.</param>
    /// <returns>The coherence; null when not one segment fits.</returns>
    /// <exception cref="ArgumentException">The series differ in length.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public static CoherenceResult? Compute(ReadOnlySpan<double> a, ReadOnlySpan<double> b, CoherenceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Pair.Check(a, b);
        var length = options.SegmentSamples;
        if (a.Length < length)
            return null;

        var window = Window.HannPeriodic(length);
        var (aa, bb, ab) = (new double[(length / 2) + 1], new double[(length / 2) + 1], new Complex[(length / 2) + 1]);
        var segments = 0;
        for (var start = 0; start + length <= a.Length; start += length - (length / 2))
        {
            var (x, y) = (Spectrum(a.Slice(start, length), window), Spectrum(b.Slice(start, length), window));
            for (var bin = 0; bin < ab.Length; bin++)
            {
                aa[bin] += x[bin].MagnitudeSquared();
                bb[bin] += y[bin].MagnitudeSquared();
                ab[bin] += Complex.Conjugate(x[bin]) * y[bin];
            }

            segments++;
        }

        return new(
            segments,
            HeartRateGrid.SamplesPerSecond / (double)length,
            [.. ab.Select((cross, bin) => cross.MagnitudeSquared() / (aa[bin] * bb[bin]))]);
    }

    private static Complex[] Spectrum(ReadOnlySpan<double> segment, double[] window)
    {
        var spectrum = new Complex[segment.Length];
        // All zeros: about its rounded mean a constant would keep a rest that is coherent with anything.
        if (Pair.IsConstant(segment))
            return spectrum;

        var mean = 0.0;
        foreach (var value in segment)
            mean += value / segment.Length;
        for (var i = 0; i < spectrum.Length; i++)
            spectrum[i] = (segment[i] - mean) * window[i];
        Fourier.Forward(spectrum, FourierOptions.NoScaling);
        return spectrum;
    }
}
