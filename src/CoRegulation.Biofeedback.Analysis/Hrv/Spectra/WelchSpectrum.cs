namespace CoRegulation.Biofeedback.Analysis.Hrv.Spectra;

/// <summary>Power spectral density by Welch's averaged periodograms.</summary>
public static class WelchSpectrum
{
    /// <summary>The spectrum of NN intervals.</summary>
    /// <param name="nnMs">NN intervals, ms, above 0, oldest first; at least one. NaN marks a break.</param>
    /// <param name="setting">Length of the segments; 256 s unless told.</param>
    /// <param name="workspace">Working memory to use again.</param>
    /// <returns>As of <see cref="Compute(Tachogram, WelchSetting, SpectralWorkspace)"/>.</returns>
    /// <exception cref="ArgumentException">There is no interval, or one is not above 0 or infinite.</exception>
    public static PowerSpectrum Compute(ReadOnlySpan<double> nnMs, WelchSetting? setting = null, SpectralWorkspace? workspace = null)
    {
        workspace ??= new();
        return Compute(Tachogram.Resample(nnMs, workspace), setting, workspace);
    }

    /// <summary>The spectrum of a tachogram.</summary>
    /// <param name="tachogram">NN intervals at 4 Hz.</param>
    /// <param name="setting">Length L of the segments; 256 s unless told.</param>
    /// <param name="workspace">Working memory to use again.</param>
    /// <returns>Densities at k · 4 Hz / transform length from 0 to 2 Hz. NaN when no run has two samples; all 0 when every run is
    /// constant.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tachogram"/> is null.</exception>
    /// <remarks>Welch (1967), IEEE Trans. Audio Electroacoust. 15(2), 70, doi:10.1109/TAU.1967.1161901: segments of L samples that overlap by
    /// half, in each run from its start, the rest at its end dropped; a run shorter than L is one segment. Each loses its least-squares line and
    /// gets a periodic Hann window. Runs are averaged with the samples of their segments as weights, which for runs of at least L is
    /// Welch's average over all segments; at frequencies of which it holds less than two periods a run that is shorter than L and than
    /// the longest one is left out. O(N log L).</remarks>
    public static PowerSpectrum Compute(Tachogram tachogram, WelchSetting? setting = null, SpectralWorkspace? workspace = null)
    {
        ArgumentNullException.ThrowIfNull(tachogram);
        setting ??= WelchSetting.Segments256S;
        workspace ??= new();
        var periodogram = workspace.Periodogram(setting.TransformSamples);
        var bins = (setting.TransformSamples / 2) + 1;
        var full = Math.Min(setting.SegmentSamples, tachogram.LongestRun);
        var average = new RunAverage(0, bins, (double)Tachogram.SamplesPerSecond / setting.TransformSamples, Seconds(full));
        var sums = workspace.Buffer(bins);
        for (var run = 0; run < tachogram.RunCount; run++)
        {
            var samples = tachogram.Run(run);
            if (samples.Length < 2)
                continue;
            var segment = Math.Min(setting.SegmentSamples, samples.Length);
            var segments = 0;
            sums.Clear();
            for (var start = 0; start + segment <= samples.Length; start += setting.SegmentSamples / 2, segments++)
                periodogram.Add(samples.Slice(start, segment), sums, 1);
            average.Add(Seconds(samples.Length), sums, segments, segment);
        }

        return average.Result();
    }

    private static double Seconds(int samples) => (double)samples / Tachogram.SamplesPerSecond;
}
