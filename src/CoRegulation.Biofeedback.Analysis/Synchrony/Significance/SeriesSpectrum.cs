using System.Numerics;
using CoRegulation.Biofeedback.Analysis.HeartRates;
using MathNet.Numerics.IntegralTransforms;

namespace CoRegulation.Biofeedback.Analysis.Synchrony.Significance;

/// <summary>The waves of one heart rate over a whole session: bin k stands at k times <see cref="BinHz"/>.</summary>
/// <remarks>Gaps are bridged by a line, the least-squares line is taken off and the ends are faded: a session has no reason to end at the level
/// at which it began, and the jump would sound in every band.</remarks>
internal sealed class SeriesSpectrum
{
    // 2.5 % at either end: enough against the jump, and hardly a wave is lost (0.2 cost 0.005 of AUC in simulated pairs).
    private const double FadedShare = 0.05;

    private SeriesSpectrum(Complex[] bins, int samples) => (Bins, Samples) = (bins, samples);

    /// <summary>The bins from 0 up to half the sampling rate.</summary>
    public Complex[] Bins { get; }

    /// <summary>Samples of the series.</summary>
    public int Samples { get; }

    /// <summary>Step of frequency, Hz.</summary>
    public double BinHz => HeartRateGrid.SamplesPerSecond / (double)Samples;

    /// <summary>The spectrum of n samples at 4 Hz, NaN in gaps.</summary>
    public static SeriesSpectrum Of(ReadOnlySpan<double> x)
    {
        var values = x.ToArray();
        Bridge(values);
        Level(values);
        Fade(values);
        return new(Forward(values), values.Length);
    }

    /// <summary>The bins of a series that is ready.</summary>
    public static Complex[] Forward(ReadOnlySpan<double> x)
    {
        var bins = new Complex[x.Length];
        for (var i = 0; i < bins.Length; i++)
            bins[i] = x[i];
        Fourier.Forward(bins, FourierOptions.NoScaling);
        return bins[..((x.Length / 2) + 1)];
    }

    /// <summary>The first and the one after the last bin of a band.</summary>
    public (int First, int End) Range(FrequencyBand band) => (
        Math.Max(1, (int)Math.Ceiling(band.FromHz / BinHz)),
        Math.Min((Samples + 1) / 2, (int)Math.Ceiling(band.ToHz / BinHz)));

    private static void Bridge(double[] x)
    {
        var last = -1;
        for (var i = 0; i <= x.Length; i++)
        {
            if (i < x.Length && double.IsNaN(x[i]))
                continue;
            for (var j = last + 1; j < i; j++)
            {
                x[j] = last < 0 ? x[i]
                    : i == x.Length ? x[last]
                    : x[last] + ((x[i] - x[last]) * (j - last) / (i - last));
            }

            last = i;
        }
    }

    private static void Level(double[] x)
    {
        var (mean, middle) = (x.Average(), (x.Length - 1) / 2.0);
        var (up, square) = (0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            up += (i - middle) * (x[i] - mean);
            square += (i - middle) * (i - middle);
        }

        for (var i = 0; i < x.Length; i++)
            x[i] -= mean + (up / square * (i - middle));
    }

    private static void Fade(double[] x)
    {
        var faded = (int)(FadedShare * x.Length / 2);
        for (var i = 0; i < faded; i++)
        {
            var weight = 0.5 * (1 - Math.Cos(Math.PI * i / faded));
            x[i] *= weight;
            x[^(i + 1)] *= weight;
        }
    }
}
