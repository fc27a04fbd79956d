using CoRegulation.Biofeedback.Analysis.Baselines;
using CoRegulation.Biofeedback.Analysis.HeartRates;

namespace CoRegulation.Biofeedback.Analysis.Episodes;

/// <summary>Finds the episodes of arousal in a heart rate, with hindsight.</summary>
public static class EpisodeFinder
{
    private const int PerSecond = HeartRateGrid.SamplesPerSecond;

    /// <summary>How long before and after the middle of its rise the peak of an episode is looked for, s.</summary>
    private const int PeakBeforeS = 10, PeakAfterS = 25;

    /// <summary>All episodes, in order of time.</summary>
    /// <param name="heartRateBpm">Heart rate at 0, 0.25, 0.5 ... s, bpm; NaN in a gap.</param>
    /// <param name="baseline">The own baseline; without one there are no episodes.</param>
    /// <param name="options">What counts; null for the defaults.</param>
    /// <returns>Episodes; empty where there is none, or no baseline. O(n) but for the fits: 5 hours take some 50 ms.</returns>
    public static IReadOnlyList<Episode> Find(ReadOnlySpan<double> heartRateBpm, Baseline? baseline, EpisodeOptions? options = null)
    {
        options ??= new EpisodeOptions();
        if (baseline is not { } own)
            return [];

        var smoothed = SmoothedHeartRate.Medians(heartRateBpm, options.SmoothingSamples);
        var (rises, noise) = Onsets.Find(heartRateBpm, smoothed, own, options);
        var found = new List<Candidate>();
        foreach (var riseAt in rises)
        {
            if (Describe(heartRateBpm, smoothed, riseAt, own, options) is { } candidate
                && (found.Count is 0 || candidate.Onset > found[^1].Peak))
                found.Add(candidate);
        }

        var fit = new ReturnFit(noise);
        var limitBpm = own.Bpm + Math.Max(options.ReturnSpreads * own.SpreadBpm, options.ReturnBpm);
        var episodes = new Episode[found.Count];
        for (var k = 0; k < found.Count; k++)
        {
            var (onset, peak) = (found[k].Onset, found[k].Peak);
            var end = k + 1 < found.Count ? found[k + 1].Onset : smoothed.Length;
            var (at, isSeen) = ReturnRule.Find(smoothed, peak, end, limitBpm, (int)(options.ReturnStayS * PerSecond));
            var half = FirstAtOrBelow(smoothed, peak, isSeen ? at + 1 : end, own.Bpm + ((found[k].PeakBpm - own.Bpm) / 2));
            episodes[k] = new Episode
            {
                OnsetS = TimeS(onset),
                PeakS = TimeS(peak),
                PeakBpm = found[k].PeakBpm,
                BaselineBpm = own.Bpm,
                SpreadBpm = own.SpreadBpm,
                TimeToHalfS = half < 0 ? null : TimeS(half - peak),
                TimeToBaselineS = isSeen ? TimeS(at - peak) : null,
                ObservedS = TimeS(at - peak),
                TimeConstantS = fit.TimeConstantS(heartRateBpm, k is 0 ? 0 : found[k - 1].Peak, onset, peak, end, own.Bpm, options.TimeConstantError),
            };
        }

        return episodes;
    }

    private static Candidate? Describe(ReadOnlySpan<double> bpm, ReadOnlySpan<double> smoothed, int riseAt, Baseline own, EpisodeOptions options)
    {
        var (from, to) = (Math.Max(0, riseAt - (PeakBeforeS * PerSecond)), Math.Min(smoothed.Length, riseAt + (PeakAfterS * PerSecond)));
        var peak = Highest(smoothed, from, to);
        if (peak < 0)
            return null;

        // Beats before the first and behind a gap have no beginning; the trough is looked for in what is there.
        var trough = peak;
        for (var i = peak; i >= Math.Max(0, Math.Min(riseAt, peak) - (PeakAfterS * PerSecond)) && !double.IsNaN(smoothed[i]); i--)
            trough = smoothed[i] < smoothed[trough] ? i : trough;

        var (peakBpm, riseBpm) = (smoothed[peak], smoothed[peak] - smoothed[trough]);
        if (riseBpm < options.LeastBpm || peakBpm - own.Bpm < options.LeastBpm || peakBpm - own.Bpm <= own.SpreadBpm)
            return null;

        var onset = RiseStart(smoothed, trough, peak);
        return new(onset, Math.Max(onset, Sharpened(bpm, peak, options)), peakBpm);
    }

    /// <summary>Where the straight line through the middle of the rise leaves the trough.</summary>
    private static int RiseStart(ReadOnlySpan<double> smoothed, int trough, int peak)
    {
        var height = smoothed[peak] - smoothed[trough];
        var low = peak;
        while (low > trough && smoothed[low] > smoothed[trough] + (0.2 * height))
            low--;
        var high = low;
        while (high < peak && smoothed[high] < smoothed[trough] + (0.8 * height))
            high++;
        return Math.Max(trough, low - ((high - low) / 3));
    }

    /// <summary>The running median is highest a few seconds after a sharp peak, since the rise is faster than the return; half its width is nearer.</summary>
    private static int Sharpened(ReadOnlySpan<double> bpm, int peak, EpisodeOptions options)
    {
        var half = options.SmoothingSamples / 2;
        var from = Math.Max(0, peak - half);
        var window = bpm[Math.Max(0, from - half)..Math.Min(bpm.Length, peak + half)];
        var narrow = SmoothedHeartRate.Medians(window, (half / 2 * 2) + 1);
        var best = Highest(narrow, from - Math.Max(0, from - half), Math.Min(narrow.Length, peak + 1 - Math.Max(0, from - half)));
        return best < 0 ? peak : best + Math.Max(0, from - half);
    }

    private static int Highest(ReadOnlySpan<double> values, int from, int to)
    {
        var best = -1;
        for (var i = from; i < to; i++)
        {
            if (!double.IsNaN(values[i]) && (best < 0 || values[i] > values[best]))
                best = i;
        }

        return best;
    }

    private static int FirstAtOrBelow(ReadOnlySpan<double> values, int from, int to, double limit)
    {
        for (var i = from; i < to && !double.IsNaN(values[i]); i++)
        {
            if (values[i] <= limit)
                return i;
        }

        return -1;
    }

    private static double TimeS(int index) => index / (double)PerSecond;

    private readonly record struct Candidate(int Onset, int Peak, double PeakBpm);
}
