using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Sensors.Simulation.Hearts;

/// <summary>The return to baseline by the rule of the analysis, applied to the rate that drives the heart.</summary>
internal static class ReturnTruth
{
    private const int PerSecond = PersonTruth.SamplesPerSecond;

    /// <summary>Half of the 10 s over which the median is taken.</summary>
    private const int HalfWindow = 5 * PerSecond;

    private const int Stay = 30 * PerSecond;

    /// <summary>The episodes with their time to baseline.</summary>
    public static ImmutableArray<EpisodeTruth> Add(ImmutableArray<EpisodeTruth> episodes, ReadOnlySpan<double> rateBpm, BaselineTruth? baseline)
    {
        if (baseline is null)
            return episodes;

        var limitBpm = baseline.Bpm + Math.Max(baseline.SpreadBpm, 2);
        var result = ImmutableArray.CreateBuilder<EpisodeTruth>(episodes.Length);
        foreach (var episode in episodes)
        {
            var next = episodes.Where(other => other.OnsetS > episode.PeakS).Select(other => other.OnsetS).DefaultIfEmpty(double.PositiveInfinity).Min();
            result.Add(episode with { TimeToBaselineS = TimeToBaseline(rateBpm, episode.PeakS, next, limitBpm) });
        }

        return result.DrainToImmutable();
    }

    private static double? TimeToBaseline(ReadOnlySpan<double> rateBpm, double peakS, double nextS, double limitBpm)
    {
        var end = (int)Math.Min(rateBpm.Length, Math.Ceiling(nextS * PerSecond));
        var down = -1;
        for (var i = (int)Math.Ceiling(peakS * PerSecond); i < end; i++)
        {
            var median = RunningMedian.Of(rateBpm[Math.Max(0, i - HalfWindow)..Math.Min(rateBpm.Length, i + HalfWindow + 1)]);
            down = median > limitBpm ? -1 : down < 0 ? i : down;
            if (down >= 0 && i - down >= Stay)
                return (down / (double)PerSecond) - peakS;
        }

        return null;
    }
}
