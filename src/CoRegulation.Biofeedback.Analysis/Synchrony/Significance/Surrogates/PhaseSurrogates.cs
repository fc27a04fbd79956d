using System.Numerics;

namespace CoRegulation.Biofeedback.Analysis.Synchrony.Significance.Surrogates;

/// <summary>Every wave keeps its size and gets a random phase.</summary>
internal sealed class PhaseSurrogates(SeriesSpectrum series, FrequencyBand all, int seed) : ISurrogates
{
    private readonly double[] _sizes = Array.ConvertAll(series.Bins, bin => bin.Magnitude);

    public void Fill(int number, Complex[] bins)
    {
        var chance = Chance.Of(seed, number);
        var (first, end) = series.Range(all);
        for (var i = first; i < end; i++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * chance.NextDouble());
            bins[i] = new(_sizes[i] * cos, _sizes[i] * sin);
        }
    }
}
