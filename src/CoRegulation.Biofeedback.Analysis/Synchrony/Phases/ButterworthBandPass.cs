using System.Numerics;
using CoRegulation.Biofeedback.Analysis.HeartRates;

namespace CoRegulation.Biofeedback.Analysis.Synchrony.Phases;

/// <summary>Butterworth band-pass of order 2 (four poles) without a phase shift: run forward and backward.</summary>
/// <remarks>Butterworth (1930), Wireless Engineer 7, 536; bilinear transform with the edges kept in place. Ends as in SciPy's <c>sosfiltfilt</c>: the series is
/// continued by its own first and last samples turned about the end point, and the filter starts settled to the first of them.</remarks>
internal static class ButterworthBandPass
{
    /// <summary>Samples that the series is continued by at either end: three times the filter's coefficients, as in SciPy.</summary>
    public const int Padding = 15;

    /// <summary>The series within the band, its gain at either edge being 1/2.</summary>
    /// <param name="x">More than <see cref="Padding"/> samples at 4 Hz.</param>
    /// <param name="band">Within 0 and 2 Hz.</param>
    public static double[] Filter(ReadOnlySpan<double> x, FrequencyBand band)
    {
        var padded = Continued(x);
        var sections = Sections(band);
        for (var direction = 0; direction < 2; direction++)
        {
            var before = padded[0];
            foreach (var section in sections)
            {
                section.Filter(padded, before);
                before *= section.SettledGain;
            }

            Array.Reverse(padded);
        }

        return padded[Padding..^Padding];
    }

    private static double[] Continued(ReadOnlySpan<double> x)
    {
        var padded = new double[x.Length + (2 * Padding)];
        x.CopyTo(padded.AsSpan(Padding));
        for (var i = 1; i <= Padding; i++)
        {
            padded[Padding - i] = (2 * x[0]) - x[i];
            padded[^(Padding - i + 1)] = (2 * x[^1]) - x[^(i + 1)];
        }

        return padded;
    }

    // Each section has one of the two poles of the upper half-plane with its mirror image, and a zero at 0 Hz and at 2 Hz.
    private static Biquad[] Sections(FrequencyBand band)
    {
        var (from, to) = (Warped(band.FromHz), Warped(band.ToHz));
        var half = Complex.FromPolarCoordinates((to - from) / 2, 3 * Math.PI / 4);
        var root = Complex.Sqrt((half * half) - (from * to));
        return [Section(half + root, to - from), Section(half - root, to - from)];

        static double Warped(double hz) => Math.Tan(Math.PI * hz / HeartRateGrid.SamplesPerSecond);
    }

    private static Biquad Section(Complex analogPole, double width)
    {
        var pole = (1 + analogPole) / (1 - analogPole);
        var distance = Complex.Abs(1 - analogPole);
        var gain = width / (distance * distance);
        return new(gain, 0, -gain, -2 * pole.Real, (pole.Real * pole.Real) + (pole.Imaginary * pole.Imaginary));
    }
}
