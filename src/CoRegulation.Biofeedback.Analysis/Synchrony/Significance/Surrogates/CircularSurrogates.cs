using System.Numerics;
using CoRegulation.Biofeedback.Analysis.HeartRates;

namespace CoRegulation.Biofeedback.Analysis.Synchrony.Significance.Surrogates;

/// <summary>The series shifted round by a random time, at least <paramref name="leastS"/> either way.</summary>
internal sealed class CircularSurrogates(SeriesSpectrum series, FrequencyBand all, double leastS, int seed) : ISurrogates
{
    public void Fill(int number, Complex[] bins)
    {
        var least = (int)(leastS * HeartRateGrid.SamplesPerSecond);
        var shift = Chance.Of(seed, number).Next(least, series.Samples - least + 1);
        var (first, end) = series.Range(all);
        for (var i = first; i < end; i++)
        {
            var (sin, cos) = Math.SinCos(-2 * Math.PI * ((long)i * shift % series.Samples) / series.Samples);
            bins[i] = series.Bins[i] * new Complex(cos, sin);
        }
    }
}
