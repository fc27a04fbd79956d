using System.Numerics;
using MathNet.Numerics.IntegralTransforms;

namespace CoRegulation.Biofeedback.Analysis.Synchrony.Significance.Surrogates;

/// <summary>The waves of a series up to the highest band as values in time, on a grid just fine enough, of a power of two so that its transform is cheap.</summary>
internal sealed class CoarseSeries
{
    private readonly SeriesSpectrum _series;
    private readonly int _end;

    public CoarseSeries(SeriesSpectrum series, double toHz)
    {
        _series = series;
        _end = series.Range(new(0, toHz)).End;
        Count = (int)BitOperations.RoundUpToPowerOf2((uint)(2 * _end));
        var bins = new Complex[Count];
        series.Bins.AsSpan(1..Math.Max(1, _end)).CopyTo(bins.AsSpan(1));
        Values = InTime(bins);
    }

    /// <summary>Samples of the coarse grid.</summary>
    public int Count { get; }

    /// <summary>The values, in units of the series.</summary>
    public double[] Values { get; }

    /// <summary>Step of the coarse grid, s.</summary>
    public double StepS => 1 / (_series.BinHz * Count);

    /// <summary>Number of the bin after the last one that is kept.</summary>
    public int End => _end;

    /// <summary>Values in time from bins, of which only those below half the grid are used.</summary>
    public double[] InTime(Complex[] bins)
    {
        var signal = new Complex[Count];
        bins.AsSpan(1..Math.Max(1, _end)).CopyTo(signal.AsSpan(1));
        Fourier.Inverse(signal, FourierOptions.NoScaling);
        return Array.ConvertAll(signal, value => 2 * value.Real / _series.Samples);
    }

    /// <summary>Bins from values in time, in the scale of the series.</summary>
    public void Bins(ReadOnlySpan<double> values, Span<Complex> bins)
    {
        var signal = new Complex[Count];
        for (var i = 0; i < signal.Length; i++)
            signal[i] = values[i];
        Fourier.Forward(signal, FourierOptions.NoScaling);
        var scale = _series.Samples / (double)Count;
        for (var i = 1; i < _end; i++)
            bins[i] = signal[i] * scale;
    }
}
