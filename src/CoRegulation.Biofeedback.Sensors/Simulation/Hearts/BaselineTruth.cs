using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Sensors.Simulation.Hearts;

/// <summary>A person's own baseline by the rule of the analysis, of the rate that drives the heart.</summary>
/// <param name="Bpm">Median of the phase <c>baseline</c> (at least 30 s, of more than 30 min the last 30), else of the 120 s with the lowest median.</param>
/// <param name="SpreadBpm">1.4826 times the median distance from it, at least 1.5 bpm.</param>
public sealed record BaselineTruth(double Bpm, double SpreadBpm)
{
    private const int PerSecond = PersonTruth.SamplesPerSecond;

    /// <summary>The baseline of a session; null when the session is shorter than 120 s and has no baseline phase.</summary>
    /// <param name="rateBpm">The rate at 4 Hz.</param>
    /// <param name="phases">The phases, in order of time.</param>
    internal static BaselineTruth? Of(ReadOnlySpan<double> rateBpm, ImmutableArray<TimedLabel> phases)
    {
        for (var k = phases.Length - 1; k >= 0; k--)
        {
            if (phases[k].Label is not "baseline")
                continue;
            var from = (int)Math.Ceiling(phases[k].TimeS * PerSecond);
            var to = k + 1 < phases.Length ? (int)Math.Ceiling(phases[k + 1].TimeS * PerSecond) : rateBpm.Length;
            to = Math.Min(to, rateBpm.Length);
            if (to - from >= 30 * PerSecond)
                return Of(rateBpm[Math.Max(from, to - (1800 * PerSecond))..to]);
        }

        return LowestStretch(rateBpm, 120 * PerSecond) is { } stretch and >= 0 ? Of(rateBpm.Slice(stretch, 120 * PerSecond)) : null;
    }

    private static BaselineTruth Of(ReadOnlySpan<double> samples)
    {
        var median = RunningMedian.Of(samples);
        var distances = new double[samples.Length];
        for (var i = 0; i < distances.Length; i++)
            distances[i] = Math.Abs(samples[i] - median);
        return new(median, Math.Max(1.5, 1.4826 * RunningMedian.Of(distances)));
    }

    private static int LowestStretch(ReadOnlySpan<double> samples, int length)
    {
        var (best, lowest) = (-1, double.PositiveInfinity);
        var window = new RunningMedian();
        for (var i = 0; i < samples.Length; i++)
        {
            window.Add(samples[i]);
            if (i >= length)
                window.Remove(samples[i - length]);
            if (i + 1 >= length && window.Median < lowest)
                (best, lowest) = (i + 1 - length, window.Median);
        }

        return best;
    }
}
