namespace CoRegulation.Biofeedback.Analysis.Hrv.Spectra;

/// <summary>Coherence: the power around the largest peak between 0.04 and 0.26 Hz over all the rest of the spectrum below 0.4 Hz.</summary>
public static class Coherence
{
    /// <summary>Samples of a window: 64 s at 4 Hz.</summary>
    public const int WindowSamples = 256;

    private const int TransformSamples = 4096;
    private const double BinHz = (double)Tachogram.SamplesPerSecond / TransformSamples;

    // 0.015 Hz to either side of the peak.
    private const int HalfPeakBins = 15;

    private const double PeakFromHz = 0.04;
    private const double PeakToHz = 0.26;
    private const double FromHz = 0.0033;
    private const double ToHz = 0.40;

    /// <summary>The coherence of NN intervals.</summary>
    /// <param name="nnMs">NN intervals, ms, above 0, oldest first; at least one. NaN marks a break.</param>
    /// <param name="workspace">Working memory to use again.</param>
    /// <returns>As of <see cref="Compute(Tachogram, SpectralWorkspace)"/>.</returns>
    /// <exception cref="ArgumentException">There is no interval, or one is not above 0 or infinite.</exception>
    public static CoherenceMeasures Compute(ReadOnlySpan<double> nnMs, SpectralWorkspace? workspace = null)
    {
        workspace ??= new();
        return Compute(Tachogram.Resample(nnMs, workspace), workspace);
    }

    /// <summary>The coherence of a tachogram.</summary>
    /// <param name="tachogram">NN intervals at 4 Hz.</param>
    /// <param name="workspace">Working memory to use again.</param>
    /// <returns>Of the first window, and the mean over all: windows of 64 s stand side by side from the start of each run, the rest at its end is
    /// dropped. From 0 up, without an upper bound.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tachogram"/> is null.</exception>
    /// <remarks>After McCraty, Atkinson, Tomasino and Bradley (2009), Integral Review 5(2), 10, whose ratio is the square of this one, on a
    /// window that has lost its line, with a periodic Hann window and zero-padded to a step of 1/1024 Hz.</remarks>
    public static CoherenceMeasures Compute(Tachogram tachogram, SpectralWorkspace? workspace = null)
    {
        ArgumentNullException.ThrowIfNull(tachogram);
        workspace ??= new();
        var periodogram = workspace.Periodogram(TransformSamples);
        var density = workspace.Buffer((TransformSamples / 2) + 1);
        var (first, firstPeakHz, sum, defined, windows) = (double.NaN, double.NaN, 0.0, 0, 0);
        for (var run = 0; run < tachogram.RunCount; run++)
        {
            var samples = tachogram.Run(run);
            for (var start = 0; start + WindowSamples <= samples.Length; start += WindowSamples)
            {
                density.Clear();
                periodogram.Add(samples.Slice(start, WindowSamples), density, 1);
                var (coherence, peakHz) = OfWindow(density);
                if (windows++ is 0)
                    (first, firstPeakHz) = (coherence, peakHz);
                if (double.IsNaN(coherence))
                    continue;
                sum += coherence;
                defined++;
            }
        }

        return new(first, firstPeakHz, sum / defined, windows);
    }

    private static (double Coherence, double PeakHz) OfWindow(ReadOnlySpan<double> density)
    {
        var (largest, peakBin, total) = (0.0, 0, 0.0);
        for (var k = 0; k * BinHz < ToHz; k++)
        {
            if (k * BinHz is >= PeakFromHz and <= PeakToHz && density[k] > largest)
                (largest, peakBin) = (density[k], k);
            total += k * BinHz >= FromHz ? density[k] : 0;
        }

        if (peakBin is 0)
            return (double.NaN, double.NaN);
        var peak = 0.0;
        for (var k = peakBin - HalfPeakBins; k <= peakBin + HalfPeakBins; k++)
            peak += density[k];
        return (peak / (total - peak), peakBin * BinHz);
    }
}
