using CoRegulation.Biofeedback.Analysis.Synchrony.Significance;

namespace CoRegulation.Biofeedback.Benchmarks.Budgets;

/// <summary>Whether a pair is beyond chance: an hour at 4 Hz, every lag within 10 s, 1,000 copies.</summary>
internal static class SynchronyBudgets
{
    private const int Samples = 7;

    public static Budget Measure()
    {
        var clock = TimeProvider.System;
        var (a, b) = (Hour(1), Hour(2));
        var options = new SignificanceOptions { SlowMaxLagS = 10, BreathingMaxLagS = 10, Surrogates = 1000 };
        SynchronySignificance.Test(a, b, options);
        var seconds = Enumerable.Range(0, Samples).Select(_ =>
        {
            var started = clock.GetTimestamp();
            SynchronySignificance.Test(a, b, options);
            return clock.GetElapsedTime(started).TotalSeconds;
        }).ToArray();
        return new("synchrony of 1 h, lags to 10 s, 1,000 copies", Numbers.Median(seconds), 1.5, "s", FormattableString.Invariant($"from {seconds.Min():0.###} to {seconds.Max():0.###} s, wall, {Samples} samples"));
    }

    private static double[] Hour(int seed)
    {
        var chance = new Random(seed);
        var bpm = 70.0;
        return [.. Enumerable.Range(0, 4 * 3600).Select(_ => bpm += (0.01 * (70 - bpm)) + (chance.NextDouble() - 0.5))];
    }
}
