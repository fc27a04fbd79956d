using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Figures.Episodes;

/// <summary>The heart rate of one episode.</summary>
/// <param name="OnsetS">When it began, s of session time.</param>
/// <param name="AboveBaselineBpm">Heart rate less baseline at each whole second from <see cref="LeadS"/> s before the onset on, bpm; NaN in a gap.</param>
/// <param name="EndS">When the heart rate was back, or was last seen, s since the onset.</param>
/// <param name="IsCensored">Whether the session or the signal ended before the heart rate was back.</param>
public sealed record EpisodeTrace(double OnsetS, ImmutableArray<double> AboveBaselineBpm, double EndS, bool IsCensored)
{
    /// <summary>How long before the onset a trace begins, s.</summary>
    public const int LeadS = 20;

    /// <summary>The trace of an episode out of a whole heart rate.</summary>
    /// <param name="heartRateBpm">Heart rate at 0, 0.25, 0.5 … s, bpm; NaN in a gap.</param>
    /// <param name="baselineBpm">The own baseline, bpm.</param>
    /// <param name="onsetS">When the episode began, s of session time.</param>
    /// <param name="endS">When the heart rate was back, or was last seen, s of session time.</param>
    /// <param name="isCensored">Whether it was not back by then.</param>
    /// <remarks>Each value is the median of the ten seconds around it, the heart rate by which an episode is found.</remarks>
    public static EpisodeTrace Of(IReadOnlyList<double> heartRateBpm, double baselineBpm, double onsetS, double endS, bool isCensored)
    {
        ArgumentNullException.ThrowIfNull(heartRateBpm);
        var seconds = (int)Math.Ceiling(Math.Max(0, endS - onsetS)) + LeadS + 1;
        return new(
            onsetS,
            [.. Enumerable.Range(0, seconds).Select(second => Median(heartRateBpm, (int)Math.Round(4 * (onsetS - LeadS + second))) - baselineBpm)],
            endS - onsetS,
            isCensored);
    }

    private static double Median(IReadOnlyList<double> bpm, int middle)
    {
        var seen = new List<double>();
        for (var i = Math.Max(0, middle - 20); i < Math.Min(bpm.Count, middle + 20); i++)
        {
            if (double.IsFinite(bpm[i]))
                seen.Add(bpm[i]);
        }

        if (seen.Count < 20)
            return double.NaN;
        seen.Sort();
        return (seen[(seen.Count - 1) / 2] + seen[seen.Count / 2]) / 2;
    }
}
