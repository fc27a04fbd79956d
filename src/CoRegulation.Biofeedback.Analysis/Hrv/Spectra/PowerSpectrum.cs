using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Analysis.Hrv.Spectra;

/// <summary>One-sided power spectral density of NN intervals on an even grid of frequencies.</summary>
public sealed record PowerSpectrum
{
    /// <summary>Power spectral density, ms²/Hz; NaN throughout when there were too few beats for any spectrum.</summary>
    public required ImmutableArray<double> DensityMs2PerHz { get; init; }

    /// <summary>Number of the first frequency, in steps of <see cref="BinHz"/>.</summary>
    public required int FirstBin { get; init; }

    /// <summary>From one frequency to the next, Hz.</summary>
    public required double BinHz { get; init; }

    /// <summary>Periodograms that were averaged, over all runs.</summary>
    public required int Segments { get; init; }

    /// <summary>The frequency of an entry, Hz.</summary>
    /// <param name="index">Index into <see cref="DensityMs2PerHz"/>.</param>
    public double FrequencyHz(int index) => (FirstBin + index) * BinHz;
}
