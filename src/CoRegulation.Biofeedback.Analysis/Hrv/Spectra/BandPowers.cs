namespace CoRegulation.Biofeedback.Analysis.Hrv.Spectra;

/// <summary>Powers of a spectrum in its bands. NaN throughout for a spectrum of NaN.</summary>
public sealed record BandPowers
{
    /// <summary>Power of very low frequency, ms²; 0 when no frequency of the spectrum lies in the band, as for the other bands.</summary>
    public required double VlfMs2 { get; init; }

    /// <summary>Power of low frequency, ms².</summary>
    public required double LfMs2 { get; init; }

    /// <summary>Power of high frequency, ms².</summary>
    public required double HfMs2 { get; init; }

    /// <summary>Frequency of the largest density in LF, the lowest of equal ones, Hz; NaN when there is no power.</summary>
    public required double LfPeakHz { get; init; }

    /// <summary>Frequency of the largest density in HF, the lowest of equal ones, Hz; NaN when there is no power.</summary>
    public required double HfPeakHz { get; init; }

    /// <summary>Sum of the three, ms².</summary>
    public double TotalMs2 => VlfMs2 + LfMs2 + HfMs2;

    /// <summary>LF / HF; NaN when there is no HF. It is no measure of sympathetic balance: Billman (2013), Front. Physiol. 4, 26.</summary>
    public double LfHf => HfMs2 > 0 ? LfMs2 / HfMs2 : double.NaN;

    /// <summary>LF in percent of LF + HF; NaN when there is neither.</summary>
    public double LfNuPercent => 100 * LfMs2 / (LfMs2 + HfMs2);

    /// <summary>HF in percent of LF + HF; NaN when there is neither.</summary>
    public double HfNuPercent => 100 * HfMs2 / (LfMs2 + HfMs2);

    /// <summary>The powers of a spectrum: the sum of the densities in a band times their step, so that bands add up.</summary>
    /// <param name="spectrum">Power spectral density.</param>
    /// <param name="bands">Edges; those of adults unless told.</param>
    /// <exception cref="ArgumentNullException"><paramref name="spectrum"/> is null.</exception>
    public static BandPowers Of(PowerSpectrum spectrum, SpectralBands? bands = null)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        return Of(spectrum.DensityMs2PerHz.AsSpan(), spectrum.FirstBin, spectrum.BinHz, bands ?? new());
    }

    internal static BandPowers Of(ReadOnlySpan<double> density, int firstBin, double binHz, SpectralBands bands)
    {
        var vlf = Band(density, firstBin, binHz, bands.VlfFromHz, bands.LfFromHz);
        var lf = Band(density, firstBin, binHz, bands.LfFromHz, bands.HfFromHz);
        var hf = Band(density, firstBin, binHz, bands.HfFromHz, bands.HfToHz);
        return new() { VlfMs2 = vlf.Power, LfMs2 = lf.Power, HfMs2 = hf.Power, LfPeakHz = lf.PeakHz, HfPeakHz = hf.PeakHz };
    }

    private static (double Power, double PeakHz) Band(ReadOnlySpan<double> density, int firstBin, double binHz, double fromHz, double toHz)
    {
        var (sum, largest, peakHz) = (0.0, 0.0, double.NaN);
        for (var i = 0; i < density.Length; i++)
        {
            var frequencyHz = (firstBin + i) * binHz;
            if (frequencyHz < fromHz || frequencyHz >= toHz)
                continue;
            sum += density[i];
            if (density[i] > largest)
                (largest, peakHz) = (density[i], frequencyHz);
        }

        return (sum * binHz, peakHz);
    }
}
