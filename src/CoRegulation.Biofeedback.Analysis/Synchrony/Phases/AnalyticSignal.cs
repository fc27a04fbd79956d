using System.Numerics;
using CoRegulation.Biofeedback.Analysis.HeartRates;
using MathNet.Numerics.IntegralTransforms;

namespace CoRegulation.Biofeedback.Analysis.Synchrony.Phases;

/// <summary>A series without its negative frequencies: its argument is the phase. By the Fourier transform of the whole series (Gabor 1946, J. Inst.
/// Electr. Eng. 93(III), 429).</summary>
internal static class AnalyticSignal
{
    /// <summary>Of the whole series; the real part is the series itself (Hilbert's transform is the imaginary one).</summary>
    public static Complex[] Of(ReadOnlySpan<double> x) =>
        Weighted(x, (bin, samples) => bin is 0 || 2 * bin == samples ? 1 : 2 * bin < samples ? 2 : 0);

    /// <summary>Of the bins of a band alone; null when there is no bin in it.</summary>
    public static Complex[]? Of(ReadOnlySpan<double> x, FrequencyBand band)
    {
        var any = false;
        var signal = Weighted(x, (bin, samples) =>
        {
            var isWithin = 2 * bin < samples && band.Contains(bin * (double)HeartRateGrid.SamplesPerSecond / samples);
            any |= isWithin;
            return isWithin ? 2 : 0;
        });
        return any ? signal : null;
    }

    private static Complex[] Weighted(ReadOnlySpan<double> x, Func<int, int, double> weight)
    {
        var signal = new Complex[x.Length];
        for (var i = 0; i < x.Length; i++)
            signal[i] = x[i];
        Fourier.Forward(signal, FourierOptions.NoScaling);
        for (var bin = 0; bin < signal.Length; bin++)
            signal[bin] *= weight(bin, signal.Length) / signal.Length;
        Fourier.Inverse(signal, FourierOptions.NoScaling);
        return signal;
    }
}
