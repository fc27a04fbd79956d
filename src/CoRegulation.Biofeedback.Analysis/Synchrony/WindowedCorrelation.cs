using CoRegulation.Biofeedback.Analysis.HeartRates;

namespace CoRegulation.Biofeedback.Analysis.Synchrony;

/// <summary>Lagged correlation in windows that move over two series on the 4 Hz grid.</summary>
/// <remarks>Windowed cross-correlation after Boker et al. (2002), Psychol. Methods 7(3), 338, doi:10.1037/1082-989X.7.3.338. In the window
/// from sample s, lag k >= 0 pairs a[s..] with b[s+k..], and k &lt; 0 pairs a[s-k..] with b[s..]: the one who follows is taken later.</remarks>
public static class WindowedCorrelation
{
    /// <summary>All windows whose samples, those of the largest lag included, lie in the series.</summary>
    /// <param name="a">n samples of A at 4 Hz, NaN for a missing one.</param>
    /// <param name="b">n samples of B.</param>
    /// <param name="options">Window, step and lags.</param>
    /// <returns>The windows in order of time, the first from sample 0; none when the series are too short.</returns>
    /// <exception cref="ArgumentException">The series differ in length.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public static SynchronyWindow[] Compute(ReadOnlySpan<double> a, ReadOnlySpan<double> b, SynchronyOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Pair.Check(a, b);

        var windows = new List<SynchronyWindow>();
        for (var start = 0; start + options.SpanSamples <= a.Length; start += options.StepSamples)
            windows.Add(One(a.Slice(start, options.SpanSamples), b.Slice(start, options.SpanSamples), start, options));
        return [.. windows];
    }

    /// <summary>The window from a sample of the session.</summary>
    /// <param name="a">Samples of A from the start of the window on, as many as window and largest lag need.</param>
    /// <param name="b">The same of B.</param>
    /// <param name="start">Index of the first sample.</param>
    /// <param name="options">Window, step and lags.</param>
    internal static SynchronyWindow One(ReadOnlySpan<double> a, ReadOnlySpan<double> b, long start, SynchronyOptions options)
    {
        var r = new double[(2 * options.LagsPerSide) + 1];
        for (var place = 0; place < r.Length; place++)
        {
            var lag = (place - options.LagsPerSide) * options.LagStepSamples;
            r[place] = Correlation.Pearson(
                a.Slice(Math.Max(0, -lag), options.WindowSamples),
                b.Slice(Math.Max(0, lag), options.WindowSamples));
        }

        var startS = start / (double)HeartRateGrid.SamplesPerSecond;
        return new SynchronyWindow(startS, startS + options.WindowS, options.LagStepS, r);
    }
}
