namespace CoRegulation.Biofeedback.Analysis.Synchrony.Phases;

/// <summary>How the band is taken out of a series before its phase is read.</summary>
public enum PhaseFilter
{
    /// <summary>The bins of the whole series' Fourier transform that lie in the band: edges as sharp as they can be.</summary>
    Fourier,

    /// <summary>A Butterworth band-pass of order 2, forward and backward, then Hilbert's transform: soft edges, less ringing.</summary>
    Butterworth,
}
