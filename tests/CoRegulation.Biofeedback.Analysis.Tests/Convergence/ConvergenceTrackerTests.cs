using CoRegulation.Biofeedback.Analysis.Baselines;
using CoRegulation.Biofeedback.Analysis.Convergence;
using CsCheck;

namespace CoRegulation.Biofeedback.Analysis.Tests.Convergence;

public class ConvergenceTrackerTests
{
    private static readonly ConvergenceOptions Options = new();

    [Fact]
    public void Two_ramps_that_approach_are_nearing_with_their_slope()
    {
        var rows = Rows(1200, t => 90 - (t * 6 / 60), _ => 60);

        Close.Equal(-6, rows[^1].SlopeBpmPerMin);
        Assert.Equal(ConvergenceState.Nearing, rows[^1].State);
        Assert.Equal((HeartTrend.Settling, HeartTrend.Steady, PairCourse.OneSettlingOneSteady), (rows[^1].ATrend, rows[^1].BTrend, rows[^1].Course));
    }

    [Fact]
    public void Two_ramps_that_leave_each_other_are_parting()
    {
        var last = Rows(1200, t => 70 + (t / 10), t => 65 - (t / 10))[^1];

        Assert.Equal((ConvergenceState.Parting, PairCourse.OneSettlingOneRising), (last.State, last.Course));
    }

    [Fact]
    public void Two_who_rise_alike_are_steady_in_their_distance_and_rise_both()
    {
        var last = Rows(1200, t => 70 + (t / 20), t => 65 + (t / 20))[^1];

        Assert.Equal((ConvergenceState.Steady, PairCourse.BothRising), (last.State, last.Course));
    }

    [Fact]
    public void A_breath_and_a_stray_beat_hardly_move_the_distance()
    {
        var rows = Rows(600, t => 70 + (3 * Math.Sin(2 * Math.PI * 0.25 * t)) + (t is 120.25 ? 60 : 0), _ => 65);

        Assert.All(rows.Skip(10), row => Assert.InRange(row.DistanceBpm, 3.8, 6.2));
        Assert.All(rows.Where(row => row.State is not null), row => Assert.Equal(ConvergenceState.Steady, row.State));
    }

    [Fact]
    public void There_is_a_distance_after_five_seconds_and_a_slope_after_a_minute_and_a_half()
    {
        var rows = Rows(600, _ => 80, _ => 70);

        Assert.Equal(5, rows.First(row => row.DistanceBpm == 10).TimeS);
        Assert.InRange(rows.First(row => row.State is not null).TimeS, 85, 95);
        Assert.Equal(Enumerable.Range(0, 150).Select(i => (double)i), rows.Select(row => row.TimeS));
    }

    [Fact]
    public void The_word_flickers_less_than_the_interval_and_is_there_whenever_the_interval_says_so()
    {
        var rows = Rows(4 * 2400, t => 90 + (4 * Math.Sin(t / 150)) + (2 * Math.Sin(t / 7.3)) + (2 * Math.Sin(t / 31)), _ => 70);

        int Said(ConvergenceRow row) => Math.Abs(row.SlopeBpmPerMin) * 230 / 60 >= 3 ? row.Slope.Direction : 0;
        int Word(ConvergenceRow row) => row.State is ConvergenceState.Nearing ? -1 : row.State is ConvergenceState.Parting ? 1 : 0;
        int Changes(Func<ConvergenceRow, int> of) => Enumerable.Range(1, rows.Count - 1).Count(i => of(rows[i]) != of(rows[i - 1]));

        Assert.All(rows.Where(row => Said(row) is not 0), row => Assert.Equal(Said(row), Word(row)));
        Assert.InRange(Changes(Word), 2, Changes(Said) - 2);
    }

    [Fact]
    public void A_state_other_than_steady_has_an_interval_that_leaves_out_0_when_it_begins()
    {
        var rows = Rows(4 * 1200, t => 80 + (5 * Math.Sin(t / 60)) + (2 * Math.Sin(t / 7.3)), _ => 70);

        var begun = Enumerable.Range(1, rows.Count - 1)
            .Where(i => rows[i].State is ConvergenceState.Nearing or ConvergenceState.Parting && rows[i].State != rows[i - 1].State)
            .Select(i => rows[i]).ToArray();
        Assert.NotEmpty(begun);
        Assert.All(begun, row => Assert.Equal(row.State is ConvergenceState.Nearing ? -1 : 1, row.Slope.Direction));
        Assert.All(rows.Where(row => row.Slope.HasInterval), row => Assert.InRange(row.SlopeBpmPerMin, row.Slope.LowBpmPerMin, row.Slope.HighBpmPerMin));
    }

    [Fact]
    public void Distance_and_slope_are_the_same_with_the_people_swapped() =>
        Gen.Double[50, 100].Array[500].Select(Gen.Double[50, 100].Array[500]).Sample((a, b) =>
        {
            var (one, other) = (Rows(500, t => a[(int)(4 * t)], t => b[(int)(4 * t)]), Rows(500, t => b[(int)(4 * t)], t => a[(int)(4 * t)]));
            Assert.Equal(
                one.Select(row => (row.DistanceBpm, row.SlopeBpmPerMin, row.State)),
                other.Select(row => (row.DistanceBpm, row.SlopeBpmPerMin, row.State)));
        }, iter: 20);

    [Fact]
    public void A_gap_of_one_person_leaves_no_distance()
    {
        var rows = Rows(2400, _ => 80, t => t is >= 300 and < 400 ? double.NaN : 70);

        Assert.All(rows.Where(row => row.TimeS is > 306 and < 400), row => Assert.True(double.IsNaN(row.DistanceBpm) && row.State is null));
        Assert.Equal(ConvergenceState.Steady, rows.Single(row => row.TimeS == 520).State);
    }

    [Fact]
    public void Each_is_measured_against_the_own_baseline()
    {
        var tracker = new ConvergenceTracker(Options);
        ConvergenceRow? row = null;
        for (var k = 0; k <= 80; k++)
            row = tracker.Add(k, 80, 62, new Baseline(70, 5, true, 0, 60), null);

        Assert.Equal((2.0, double.NaN), (row!.Value.ABaselineSd, row.Value.BBaselineSd));
    }

    private static List<ConvergenceRow> Rows(int count, Func<double, double> a, Func<double, double> b)
    {
        var tracker = new ConvergenceTracker(Options);
        List<ConvergenceRow> rows = [];
        for (var k = 0; k < count; k++)
        {
            if (tracker.Add(k, a(k / 4.0), b(k / 4.0), null, null) is { } row)
                rows.Add(row);
        }

        return rows;
    }
}
