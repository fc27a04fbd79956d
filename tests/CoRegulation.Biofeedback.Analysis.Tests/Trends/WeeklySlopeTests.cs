using CoRegulation.Biofeedback.Analysis.Trends;

namespace CoRegulation.Biofeedback.Analysis.Tests.Trends;

public class WeeklySlopeTests
{
    [Fact]
    public void A_line_at_any_dates_has_its_own_slope_and_one_outlier_changes_nothing()
    {
        double[] weeks = [0, 0.3, 1, 2.5, 2.6, 4, 7];
        var points = weeks.Select(week => (week, 40 + (1.5 * week))).ToArray();

        var slope = WeeklySlope.Of(points);
        points[3].Item2 = 1000;
        var withOutlier = WeeklySlope.Of([.. points.Reverse()]);

        Assert.Equal((7, 1.5, 43.75), (slope.Sessions, Math.Round(slope.PerWeek, 12), Math.Round(slope.Median, 12)));
        Assert.Equal(1.5, slope.Low, 1e-9);
        Assert.Equal(1.5, slope.High, 1e-9);
        Assert.Equal(1.5, withOutlier.PerWeek, 1e-9);
    }

    [Fact]
    public void The_interval_holds_the_slope_in_about_95_of_100()
    {
        var random = new Random(1);
        var held = Enumerable.Range(0, 2000).Count(_ =>
        {
            var slope = WeeklySlope.Of([.. Enumerable.Range(0, 10).Select(_ => 10 * random.NextDouble()).Select(week => (week, (2 * week) + Noise()))]);
            return slope.Low <= 2 && 2 <= slope.High;
        });

        Assert.InRange(held / 2000.0, 0.93, 0.98);

        double Noise() => Enumerable.Range(0, 12).Sum(_ => random.NextDouble()) - 6;
    }

    [Fact]
    public void Few_sessions_bound_nothing_and_one_date_has_no_slope()
    {
        var four = WeeklySlope.Of([(0, 1), (1, 2), (2, 3), (3, 4)]);
        var oneDate = WeeklySlope.Of([(0, 1), (0, 3)]);
        var none = WeeklySlope.Of([]);

        Assert.Equal((1, double.NaN, double.NaN), (four.PerWeek, four.Low, four.High));
        Assert.Equal((2, double.NaN), (oneDate.Median, oneDate.PerWeek));
        Assert.Equal((0, double.NaN), (none.Sessions, none.Median));
    }
}
