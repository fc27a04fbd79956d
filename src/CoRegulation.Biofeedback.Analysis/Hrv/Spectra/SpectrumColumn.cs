using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Analysis.Hrv.Spectra;

/// <summary>The spectrum of one window of the session.</summary>
/// <param name="StartS">Start of the window, s on the clock of the beats.</param>
/// <param name="EndS">End of the window, s.</param>
/// <param name="DensityMs2PerHz">Power spectral density from 0 Hz up in steps of <see cref="TimeVaryingSpectrum.BinHz"/>, ms²/Hz; NaN throughout
/// when there was a break.</param>
/// <param name="LfMs2">Power of low frequency, ms²; NaN when there was a break.</param>
/// <param name="HfMs2">Power of high frequency, ms²; NaN when there was a break.</param>
public sealed record SpectrumColumn(double StartS, double EndS, ImmutableArray<double> DensityMs2PerHz, double LfMs2, double HfMs2)
{
    /// <summary>Middle of the window, s: the time that it tells most about.</summary>
    public double MiddleS => 0.5 * (StartS + EndS);

    /// <summary>LF / HF; NaN where it is undefined.</summary>
    public double LfHf => HfMs2 > 0 ? LfMs2 / HfMs2 : double.NaN;
}
