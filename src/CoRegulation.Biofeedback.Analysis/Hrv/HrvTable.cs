using CoRegulation.Biofeedback.Analysis.Hrv.Spectra;

namespace CoRegulation.Biofeedback.Analysis.Hrv;

/// <summary>Heart-rate variability over a whole session, window by window.</summary>
public static class HrvTable
{
    /// <summary>Rows in order of time: at every step one for each length of window.</summary>
    /// <param name="beats">All decided beats of one person, in order.</param>
    /// <param name="options">Windows, minimums and the step.</param>
    /// <returns>Rows from the first to the last full step that has a beat. A window begins at 0 at the earliest; a longer one that would be
    /// no longer than the next shorter is left out.</returns>
    /// <exception cref="ArgumentNullException">The beats or the options are null.</exception>
    public static IEnumerable<HrvRow> Compute(IEnumerable<Beats.Beat> beats, HrvOptions options)
    {
        ArgumentNullException.ThrowIfNull(beats);
        ArgumentNullException.ThrowIfNull(options);
        return Rows(beats, options);
    }

    private static IEnumerable<HrvRow> Rows(IEnumerable<Beats.Beat> beats, HrvOptions options)
    {
        var metrics = HrvMetrics.All(options);
        var workspace = new SpectralWorkspace();
        NnWindow[] windows = [.. metrics.Select(metric => metric.WindowS).Distinct().Order().Select(lengthS => new NnWindow(lengthS))];
        var steps = 1;
        foreach (var beat in beats)
        {
            for (; beat.TimeS > steps * options.RowStepS; steps++)
            {
                foreach (var row in RowsAt(steps * options.RowStepS))
                    yield return row;
            }

            foreach (var window in windows)
                window.Add(beat);
        }

        IEnumerable<HrvRow> RowsAt(double endS)
        {
            var shorterS = 0.0;
            foreach (var window in windows)
            {
                if (endS > shorterS)
                {
                    window.AdvanceTo(endS);
                    yield return Row(Math.Max(0, endS - window.LengthS), endS, window.Quality, new(window.NnMs.ToArray(), options, workspace), metrics);
                }

                shorterS = window.LengthS;
            }
        }
    }

    /// <summary>One row over any stretch of the session, for instance a phase.</summary>
    /// <param name="beats">All decided beats of one person, in order.</param>
    /// <param name="startS">Start, s since session start; beats that close after it count.</param>
    /// <param name="endS">End, s; after the start.</param>
    /// <param name="options">Minimums.</param>
    /// <exception cref="ArgumentNullException">The beats or the options are null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The end is not after the start.</exception>
    public static HrvRow Over(IEnumerable<Beats.Beat> beats, double startS, double endS, HrvOptions options)
    {
        ArgumentNullException.ThrowIfNull(beats);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(endS, startS);
        var (quality, nnMs) = NnSeries.Of(beats.SkipWhile(beat => beat.TimeS <= startS).TakeWhile(beat => beat.TimeS <= endS));
        return Row(startS, endS, quality, new(nnMs, options), HrvMetrics.All(options));
    }

    private static HrvRow Row(double startS, double endS, NnQuality quality, HrvMeasures measures, IReadOnlyList<HrvMetric> metrics) =>
        new(startS, endS, [.. metrics.Select(metric => metric.Of(quality, measures))], quality);
}
