using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Analysis.Synchrony.Coherence;

/// <summary>Magnitude-squared coherence from 0 Hz to half the sampling rate.</summary>
/// <param name="Segments">Segments that it is a mean over. It is biased upwards by about 1 / the number of independent ones.</param>
/// <param name="BinHz">From one value to the next, Hz.</param>
/// <param name="Values">From 0 to 1, the first at 0 Hz; NaN where either has no power at all.</param>
public sealed record CoherenceResult(int Segments, double BinHz, ImmutableArray<double> Values)
{
    /// <summary>Plain mean over the values in a band; NaN when there is none in it.</summary>
    /// <param name="band">The band.</param>
    public double Mean(FrequencyBand band)
    {
        double[] within = [.. Values.Where((_, bin) => band.Contains(bin * BinHz))];
        return within is [] ? double.NaN : within.Average();
    }
}
