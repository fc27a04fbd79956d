using CoRegulation.Biofeedback.Analysis.Baselines;
using CoRegulation.Biofeedback.Analysis.Episodes;
using CoRegulation.Biofeedback.Analysis.Readings;

namespace CoRegulation.Biofeedback.Analysis.Tests.Episodes;

public class EpisodeTrackerTests
{
    private static readonly Baseline Rest = new(70, 1.5, IsFromPhase: true, 0, 120);

    [Fact]
    public void An_episode_is_told_from_its_rise_to_its_return()
    {
        var readings = Run(Heart(600).Rise(200, 8, 20, 40));

        Assert.All(readings[(4 * 20)..(4 * 200)], reading => Assert.Equal(EpisodeReading.Of(null), reading));
        var first = Array.FindIndex(readings, reading => reading.Current is not null);
        Assert.InRange(first / 4.0, 205, 215);
        var late = readings[4 * 260].Current!.Value;
        Assert.Equal(60, late.SinceOnsetS, 3.0);
        Assert.Equal(52, late.SincePeakS, 4.0);
        Assert.InRange(late.AmplitudeBpm, 17, 20);
        Assert.False(late.HasReturned);

        // Back at 208 + 40 ln(20/2) = 300 s, certain 30 s later and shown for a minute.
        var back = Array.FindIndex(readings, reading => reading.Current is { HasReturned: true });
        Assert.Equal(208 + (40 * Math.Log(10)) + 30 + 5, back / 4.0, 8.0);
        Assert.Equal(40 * Math.Log(10), readings[back].Current!.Value.TimeToBaselineS!.Value, 8.0);
        Assert.Null(readings[back + (4 * 60)].Current);
    }

    [Fact]
    public void Time_runs_on_and_the_amplitude_so_far_never_falls()
    {
        var readings = Run(Heart(400).Rise(200, 20, 25, 60));

        EpisodeNow? before = null;
        foreach (var now in readings.Select(reading => reading.Current).OfType<EpisodeNow>())
        {
            if (before is { } last)
            {
                Assert.Equal(last.SinceOnsetS + 0.25, now.SinceOnsetS, 1e-9);
                Assert.True(now.AmplitudeBpm >= last.AmplitudeBpm);
                Assert.True(now.SincePeakS <= last.SincePeakS + 0.25 + 1e-9);
            }

            before = now;
        }

        Assert.NotNull(before);
    }

    [Fact]
    public void What_comes_later_changes_nothing_that_was_said()
    {
        var whole = Run(Heart(600).Rise(200, 8, 20, 40).Rise(400, 8, 20, 40));
        var part = Run([.. Heart(600).Rise(200, 8, 20, 40).Take(4 * 390)]);

        Assert.Equal(part, whole[..part.Length]);
    }

    [Fact]
    public void A_gap_ends_it_with_a_reason_and_a_second_rise_is_another_episode()
    {
        var gap = Run(Heart(600).Rise(200, 8, 20, 90).Gap(230, 260));
        Assert.Equal(EpisodeReading.Missing(ReadingState.NotEnoughData), gap[4 * 245]);
        Assert.DoesNotContain(gap[(4 * 236)..], reading => reading.Current is not null && reading.Current.Value.SinceOnsetS > 60);

        var two = Run(Heart(600).Rise(200, 8, 20, 60).Rise(280, 8, 25, 60));
        Assert.Equal(280, 320 - two[4 * 320].Current!.Value.SinceOnsetS, 5.0);
    }

    [Fact]
    public void Without_a_baseline_or_a_heart_rate_it_says_so()
    {
        Assert.All(Run(Heart(60), null), reading => Assert.Equal(ReadingState.WarmingUp, reading.State));
        Assert.Equal(ReadingState.WarmingUp, new EpisodeTracker(new()).Read(0).State);
    }

    [Fact]
    public void A_slow_rise_to_a_height_that_stays_counts_once()
    {
        var readings = Run(Heart(1200).Rise(200, 200, 40, 100));

        var onsets = readings.Index().Where(item => item.Item.Current is not null)
            .Select(item => (item.Index / 4.0) - item.Item.Current!.Value.SinceOnsetS).Distinct().ToArray();

        Assert.Single(onsets);
    }

    private static EpisodeReading[] Run(double[] bpm) => Run(bpm, Rest);

    private static EpisodeReading[] Run(double[] bpm, Baseline? baseline)
    {
        var tracker = new EpisodeTracker(new());
        return [.. bpm.Select((value, i) =>
        {
            tracker.Add(i, value, baseline);
            return tracker.Read(i / 4.0);
        })];
    }

    private static double[] Heart(int lengthS) => [.. Enumerable.Range(0, 4 * lengthS).Select(i => 70 + (0.5 * Math.Sin(2 * Math.PI * 0.23 * i / 4)))];
}
