using System.Numerics;
using CoRegulation.Biofeedback.Analysis.HeartRates;
using MathNet.Numerics.IntegralTransforms;

namespace CoRegulation.Biofeedback.Analysis.Synchrony.Significance;

/// <summary>A and B in one band, whitened, ready to be correlated at every lag; B may be replaced by copies.</summary>
internal sealed class BandPair
{
    private readonly Complex[] _a;
    private readonly LagSums _sums;
    private readonly double[] _real;
    private readonly double[] _imaginary;
    private readonly int _samples;

    private BandPair(TestBand band, Complex[] a, int first, int samples)
    {
        (Band, _a, First, _samples) = (band, a, first, samples);
        (_real, _imaginary) = (new double[a.Length], new double[a.Length]);
        _sums = new(first, a.Length, samples, band.LagsPerSide);
    }

    /// <summary>The band.</summary>
    public TestBand Band { get; }

    /// <summary>Number of the first bin.</summary>
    public int First { get; }

    /// <summary>Bins of the band.</summary>
    public int Count => _a.Length;

    /// <summary>Independent waves that the correlation rests on: bins, fewer where some outweigh the others or gaps take their share.</summary>
    public double Waves { get; private init; }

    /// <summary>Makes the pair; null when the band holds no bin or nothing moves in it.</summary>
    /// <param name="band">The band.</param>
    /// <param name="a">A's spectrum.</param>
    /// <param name="b">B's, of as many samples.</param>
    /// <param name="seen">Whether both are there at each sample; null without gaps.</param>
    public static BandPair? Of(TestBand band, SeriesSpectrum a, SeriesSpectrum b, bool[]? seen)
    {
        var (first, end) = a.Range(band.Hz);
        if (end <= first)
            return null;

        var reach = (int)Math.Round(band.SmoothingHz / a.BinHz);
        var waves = Whitened(a.Bins.AsSpan(first..end), reach);
        var others = b.Bins.AsSpan(first..end);
        var weights = Whitening.Weights(others, reach);
        var share = 1.0;
        if (seen is not null)
        {
            share = seen.Count(both => both) / (double)seen.Length;
            waves = OnlySeen(waves, first, seen);
        }

        var (ofA, ofB, product, products) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < waves.Length; i++)
        {
            var (sizeA, sizeB) = (waves[i].Magnitude, others[i].Magnitude * weights[i]);
            ofA += sizeA * sizeA;
            ofB += sizeB * sizeB;
            product += sizeA * sizeB;
            products += sizeA * sizeB * sizeA * sizeB;
        }

        var norm = Math.Sqrt(ofA * ofB * share);
        if (!(norm > 0))
            return null;
        for (var i = 0; i < waves.Length; i++)
            waves[i] = Complex.Conjugate(waves[i]) * (weights[i] / norm);

        // A periodogram's bins scatter, and alone for that the ratio is (pi/4)^2 where all count alike.
        var even = product * product / products / (Math.PI / 4 * Math.PI / 4);
        return new(band, waves, first, a.Samples) { Waves = share * Math.Min(waves.Length, even) };
    }

    /// <summary>The largest correlation over the lags of A with a spectrum in the place of B's.</summary>
    public double Peak(ReadOnlySpan<Complex> bins, double[] real, double[] imaginary)
    {
        Multiply(bins, real, imaginary);
        return _sums.Peak(real.AsSpan(..Count), imaginary.AsSpan(..Count));
    }

    /// <summary>Correlation at each lag, from the most negative one.</summary>
    public double[] Profile(ReadOnlySpan<Complex> bins)
    {
        Multiply(bins, _real, _imaginary);
        return _sums.Profile(_real, _imaginary);
    }

    /// <summary>Correlation at any lag, s.</summary>
    public double At(ReadOnlySpan<Complex> bins, double lagS)
    {
        var sum = 0.0;
        for (var i = 0; i < _a.Length; i++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * (First + i) * lagS * HeartRateGrid.SamplesPerSecond / _samples);
            var wave = _a[i] * bins[First + i];
            sum += (wave.Real * cos) - (wave.Imaginary * sin);
        }

        return sum;
    }

    private void Multiply(ReadOnlySpan<Complex> bins, double[] real, double[] imaginary)
    {
        for (var i = 0; i < _a.Length; i++)
        {
            var (a, b) = (_a[i], bins[First + i]);
            real[i] = (a.Real * b.Real) - (a.Imaginary * b.Imaginary);
            imaginary[i] = (a.Real * b.Imaginary) + (a.Imaginary * b.Real);
        }
    }

    private static Complex[] Whitened(ReadOnlySpan<Complex> bins, int reach)
    {
        var weights = Whitening.Weights(bins, reach);
        var waves = new Complex[bins.Length];
        for (var i = 0; i < waves.Length; i++)
            waves[i] = bins[i] * weights[i];
        return waves;
    }

    /// <summary>The waves of the band where both are seen: what a gap was bridged with is to correlate with nothing.</summary>
    private static Complex[] OnlySeen(Complex[] waves, int first, bool[] seen)
    {
        var signal = new Complex[seen.Length];
        waves.CopyTo(signal, first);
        Fourier.Inverse(signal, FourierOptions.NoScaling);
        var there = new double[seen.Length];
        for (var i = 0; i < there.Length; i++)
            there[i] = seen[i] ? 2 * signal[i].Real / seen.Length : 0;
        return SeriesSpectrum.Forward(there)[first..(first + waves.Length)];
    }
}
