using CoRegulation.Biofeedback.Analysis.Baselines;
using CsCheck;

namespace CoRegulation.Biofeedback.Analysis.Tests.Baselines;

public class BaselineTrackerTests
{
    private static readonly BaselineOptions Options = new();

    [Fact]
    public void The_phase_is_the_baseline_once_it_holds_thirty_seconds_and_later_phases_do_not_move_it()
    {
        var tracker = new BaselineTracker(Options);
        tracker.BeginPhase("baseline", 10);
        Feed(tracker, 0, 10 * 4, 90);
        Feed(tracker, 40, (30 * 4) - 1, 70);
        Assert.Null(tracker.Current);

        Feed(tracker, 159, 1, 70);
        Assert.Equal(new Baseline(70, 1.5, IsFromPhase: true, FromS: 10, ToS: 39.75), tracker.Current);

        tracker.BeginPhase("interaction", 40);
        Feed(tracker, 160, 4000, 50);
        Assert.Equal(new Baseline(70, 1.5, IsFromPhase: true, FromS: 10, ToS: 39.75), tracker.Current);
    }

    [Fact]
    public void A_second_baseline_phase_takes_over_once_it_holds_enough()
    {
        var tracker = new BaselineTracker(Options);
        tracker.BeginPhase("baseline", 0);
        Feed(tracker, 0, 200, 70);
        tracker.BeginPhase("baseline", 50);
        Feed(tracker, 200, 119, 80);
        Assert.Equal(70, tracker.Current?.Bpm);

        Feed(tracker, 319, 1, 80);
        Assert.Equal(80, tracker.Current?.Bpm);
    }

    [Fact]
    public void Without_a_phase_it_is_the_calmest_two_minutes_without_a_gap_and_the_earliest_of_equals()
    {
        var tracker = new BaselineTracker(Options);
        Feed(tracker, 0, 479, 60);
        Feed(tracker, 479, 1, double.NaN);
        Feed(tracker, 480, 480, 80);
        Assert.Equal(80, tracker.Current?.Bpm);

        Feed(tracker, 960, 480, 65);
        Assert.Equal(65, tracker.Current?.Bpm);

        Feed(tracker, 1440, 480, 90);
        Feed(tracker, 1920, 480, 65);
        Assert.Equal(65, tracker.Current?.Bpm);
    }

    [Fact]
    public void It_is_the_stretch_that_a_search_over_the_whole_session_finds() =>
        Gen.Frequency((60, Gen.Double[55, 90]), (1, Gen.Const(double.NaN))).Array[0, 700].Sample(bpm =>
        {
            var options = new BaselineOptions { StretchS = 30, MinSpreadBpm = 0.1 };
            var tracker = new BaselineTracker(options);
            for (var k = 0; k < bpm.Length; k++)
                tracker.Add(k, bpm[k]);

            Baseline? best = null;
            for (var start = 0; start + 120 <= bpm.Length; start++)
            {
                var stretch = bpm[start..(start + 120)];
                if (stretch.Any(double.IsNaN))
                    continue;
                var median = Median(stretch);
                if (best is null || median < best.Value.Bpm)
                    best = new(median, Math.Max(0.1, 1.4826 * Median([.. stretch.Select(x => Math.Abs(x - median))])), false, start / 4.0, (start + 119) / 4.0);
            }

            Close.Equal(best?.Bpm ?? double.NaN, tracker.Current?.Bpm ?? double.NaN, 1e-12);
            Assert.Equal((best?.FromS, best?.ToS), (tracker.Current?.FromS, tracker.Current?.ToS));
            Close.Equal(best?.SpreadBpm ?? double.NaN, tracker.Current?.SpreadBpm ?? double.NaN, 1e-12);
        }, iter: 100);

    [Fact]
    public void Spread_is_1_4826_times_the_median_deviation()
    {
        var tracker = new BaselineTracker(Options);
        tracker.BeginPhase("baseline", 0);
        for (var k = 0; k < 201; k++)
            tracker.Add(k, 70 + ((k % 3 - 1) * 4));

        var baseline = tracker.Current!.Value;
        Close.Equal(1.4826 * 4, baseline.SpreadBpm);
        Close.Equal(2, baseline.DistanceSd(70 + (2 * 1.4826 * 4)));
    }

    private static void Feed(BaselineTracker tracker, int from, int count, double bpm)
    {
        for (var k = from; k < from + count; k++)
            tracker.Add(k, bpm);
    }

    private static double Median(double[] x)
    {
        Array.Sort(x);
        return (x[(x.Length - 1) / 2] + x[x.Length / 2]) / 2;
    }
}
