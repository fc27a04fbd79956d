using System.Numerics;

namespace CoRegulation.Biofeedback.Analysis.Synchrony.Significance.Surrogates;

/// <summary>Copies with the values and, as nearly as can be, the spectrum of the series.</summary>
/// <remarks>Iterated amplitude adjustment (Schreiber and Schmitz 1996, Phys. Rev. Lett. 77, 635). It ends with the step that sets the
/// spectrum, so that this is exact.</remarks>
internal sealed class IaaftSurrogates : ISurrogates
{
    // The spectrum moves by less than a percent after ten; more only cost time.
    private const int Iterations = 20;

    private readonly CoarseSeries _series;
    private readonly double[] _sorted;
    private readonly double[] _sizes;
    private readonly int _seed;

    public IaaftSurrogates(SeriesSpectrum series, CoarseSeries coarse, int seed)
    {
        (_series, _seed) = (coarse, seed);
        _sorted = [.. coarse.Values.Order()];
        _sizes = [.. series.Bins[..coarse.End].Select(bin => bin.Magnitude)];
    }

    public void Fill(int number, Complex[] bins)
    {
        var chance = Chance.Of(_seed, number);
        var values = (double[])_series.Values.Clone();
        var keys = Array.ConvertAll(values, _ => chance.NextDouble());
        Array.Sort(keys, values);

        for (var i = 0; i < Iterations; i++)
        {
            SetSizes(values, bins);
            if (i + 1 == Iterations)
                return;
            SetValues(_series.InTime(bins), values);
        }
    }

    private void SetSizes(double[] values, Complex[] bins)
    {
        _series.Bins(values, bins);
        for (var i = 1; i < _sizes.Length; i++)
            bins[i] = bins[i].Magnitude is > 0 and var size ? bins[i] * (_sizes[i] / size) : new(_sizes[i], 0);
    }

    private void SetValues(double[] shape, double[] values)
    {
        var places = Enumerable.Range(0, shape.Length).ToArray();
        Array.Sort(shape, places);
        for (var rank = 0; rank < places.Length; rank++)
            values[places[rank]] = _sorted[rank];
    }
}
