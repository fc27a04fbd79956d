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
    }

    [Fact]
    public void Two_ramps_that_leave_each_other_are_parting() =>
        Assert.Equal(ConvergenceState.Parting, Rows(1200, t => 70 + (t / 10), t => 65 - (t / 10))[^1].State);

    [Fact]
    public void A_breath_and_a_stray_beat_hardly_move_the_distance()
    {
        var rows = Rows(600, t => 70 + (3 * Math.Sin(2 * Math.PI * 0.25 * t)) + (t is 120.25 ? 60 : 0), _ => 65);

        Assert.All(rows.Skip(10), row => Assert.InRange(row.DistanceBpm, 3.8, 6.2));
        Assert.All(rows.Where(row => row.State is not null), row => Assert.Equal(ConvergenceState.Steady, row.State));
    }

    [Fact]
    public void There_is_a_distance_after_five_seconds_and_a_slope_after_a_minute()
    {
        var rows = Rows(600, _ => 80, _ => 70);

        Assert.Equal(5, rows.First(row => row.DistanceBpm == 10).TimeS);
        Assert.InRange(rows.First(row => row.State is not null).TimeS, 60, 66);
        Assert.Equal(Enumerable.Range(0, 150).Select(i => (double)i), rows.Select(row => row.TimeS));
    }

    [Theory]
    [InlineData(1, ConvergenceState.Parting)]
    [InlineData(-1, ConvergenceState.Nearing)]
    public void The_word_stays_until_the_slope_has_clearly_gone(int sign, ConvergenceState word)
    {
        // The slope goes from 0 to 4 and back, bpm per minute.
        var rows = Rows(4 * 1200, t => 150 + (sign * Parabola(t)), _ => 70)
            .Where(row => row.State is not null)
            .Select(row => (row.TimeS, Slope: sign * row.SlopeBpmPerMin, row.State)).ToArray();

        Assert.All(rows.Where(row => row.Slope >= 3), row => Assert.Equal(word, row.State));
        Assert.All(rows.Where(row => row.Slope < 1.5), row => Assert.Equal(ConvergenceState.Steady, row.State));
        var between = rows.Where(row => row.Slope is > 1.5 and < 3).ToArray();
        Assert.Contains(between, row => row.State is ConvergenceState.Steady && row.TimeS < 600);
        Assert.All(between.Where(row => row.TimeS > 700), row => Assert.Equal(word, row.State));
        Assert.Equal(2, Enumerable.Range(1, rows.Length - 1).Count(i => rows[i].State != rows[i - 1].State));
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

    private static double Parabola(double t) => t < 600 ? t * t / 18_000 : 40 - ((1200 - t) * (1200 - t) / 18_000);

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
