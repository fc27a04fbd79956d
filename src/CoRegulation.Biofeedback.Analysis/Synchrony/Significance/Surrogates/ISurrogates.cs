using System.Numerics;

namespace CoRegulation.Biofeedback.Analysis.Synchrony.Significance.Surrogates;

/// <summary>Copies of one heart rate that have nothing to do with anybody else's.</summary>
internal interface ISurrogates
{
    /// <summary>Writes the spectrum of a copy: a function of seed and number alone, so that any thread may ask for any copy.</summary>
    /// <param name="number">Number of the copy, from 0.</param>
    /// <param name="bins">Takes its bins, as many as <see cref="SeriesSpectrum.Bins"/> has; those beyond the bands are left as they are.</param>
    void Fill(int number, Complex[] bins);
}
