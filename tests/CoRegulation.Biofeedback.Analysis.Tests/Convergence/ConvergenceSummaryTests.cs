using CoRegulation.Biofeedback.Analysis.Convergence;

namespace CoRegulation.Biofeedback.Analysis.Tests.Convergence;

public class ConvergenceSummaryTests
{
    private static readonly ConvergenceOptions Options = new();

    [Fact]
    public void Start_and_end_are_medians_of_a_minute_and_the_slope_is_that_of_the_whole()
    {
        double[] a = [.. Enumerable.Range(0, 2400).Select(k => 90 - (k / 240.0))];
        double[] b = [.. Enumerable.Repeat(70.0, 2400)];

        var summary = ConvergenceSummary.Compute(a, b, Options);

        Close.Equal(19.5, summary.StartBpm, 1e-3);
        Close.Equal(10.5, summary.EndBpm, 1e-3);
        Close.Equal(-1, summary.SlopeBpmPerMin);
        Close.Equal(-1, summary.SlopeLow, 1e-9);
        Close.Equal(-1, summary.SlopeHigh, 1e-9);
        Assert.Equal((ConvergenceState.Nearing, HeartTrend.Settling, HeartTrend.Steady, PairCourse.OneSettlingOneSteady), (summary.State, summary.A.Word, summary.B.Word, summary.Course));
        Assert.Null(summary.Missing);
        Assert.Equal(summary with { A = summary.B, B = summary.A }, ConvergenceSummary.Compute(b, a, Options));
    }

    [Fact]
    public void The_first_and_last_minute_count_from_where_both_are_seen()
    {
        double[] a = [.. Enumerable.Range(0, 2400).Select(k => k < 400 ? double.NaN : k < 640 ? 80.0 : 76.0)];
        double[] b = [.. Enumerable.Range(0, 2400).Select(k => k >= 2000 ? double.NaN : k >= 1760 ? 75.0 : 70.0)];

        var summary = ConvergenceSummary.Compute(a, b, Options);

        Assert.Equal((10.0, 1.0), (summary.StartBpm, summary.EndBpm));
    }

    [Fact]
    public void A_day_is_summed_up_in_few_points()
    {
        double[] a = [.. Enumerable.Range(0, 24 * 3600 * 4).Select(k => 90 - (k / 240.0 / 100))];
        double[] b = [.. Enumerable.Repeat(70.0, a.Length)];

        Close.Equal(-0.01, ConvergenceSummary.Compute(a, b, Options).SlopeBpmPerMin);
    }

    [Fact]
    public void Nobody_or_too_little_seen_has_no_numbers()
    {
        double[] none = [.. Enumerable.Repeat(double.NaN, 1000)];
        double[] some = [.. Enumerable.Repeat(70.0, 1000)];

        foreach (var nothing in new[] { ConvergenceSummary.Compute(none, some, Options), ConvergenceSummary.Compute([], [], Options) })
        {
            Assert.Equal((double.NaN, double.NaN, Trend.None, null), (nothing.StartBpm, nothing.EndBpm, nothing.Slope, nothing.State));
            Assert.Contains("same time", nothing.Missing, StringComparison.Ordinal);
        }

        Assert.Equal(double.NaN, ConvergenceSummary.Compute(some.AsSpan(0, 100), some.AsSpan(0, 100), Options).StartBpm);
        Assert.Throws<ArgumentException>(() => ConvergenceSummary.Compute(some, [], Options));
    }

    [Fact]
    public void Thirty_seconds_have_no_interval_and_no_word_and_say_why()
    {
        double[] a = [.. Enumerable.Range(0, 120).Select(k => 90 - (k / 12.0))];
        double[] b = [.. Enumerable.Repeat(70.0, a.Length)];

        var summary = ConvergenceSummary.Compute(a, b, Options);

        Assert.Equal((null, null, false), (summary.State, summary.Course, summary.Slope.HasInterval));
        Assert.Contains("Too little time", summary.Missing, StringComparison.Ordinal);
    }

    [Fact]
    public void Constant_heart_rates_are_steady()
    {
        double[] a = [.. Enumerable.Repeat(80.0, 2400)];
        double[] b = [.. Enumerable.Repeat(70.0, 2400)];

        var summary = ConvergenceSummary.Compute(a, b, Options);

        Assert.Equal((new Trend(0, 0, 0), ConvergenceState.Steady, PairCourse.BothSteady), (summary.Slope, summary.State, summary.Course));
    }

    [Fact]
    public void Sixty_percent_of_gaps_leave_an_approach_to_be_seen()
    {
        // Of each 50 s only the first 20 are there.
        double[] a = [.. Enumerable.Range(0, 4800).Select(k => k / 4 % 50 < 20 ? 95 - (k / 240.0) + Math.Sin(k / 9.0) : double.NaN)];
        double[] b = [.. Enumerable.Repeat(70.0, a.Length)];

        var summary = ConvergenceSummary.Compute(a, b, Options);

        Assert.Equal(ConvergenceState.Nearing, summary.State);
        Assert.InRange(summary.SlopeBpmPerMin, -1.05, -0.95);
    }

    [Fact]
    public void One_who_settles_along_a_curve_is_as_clear_as_along_a_line()
    {
        // The little that strays about the curve must not be mixed up with the curve.
        double[] a = [.. Enumerable.Range(0, 1920).Select(k => 105 + (30 * Math.Exp(-k / 360.0)) + Math.Sin(k / 9.0) + Math.Sin(k / 71.0))];
        double[] b = [.. Enumerable.Repeat(72.0, a.Length)];

        Assert.Equal(ConvergenceState.Nearing, ConvergenceSummary.Compute(a, b, Options).State);
    }

    [Fact]
    public void A_change_that_nobody_would_see_is_steady_however_certain()
    {
        double[] a = [.. Enumerable.Range(0, 2400).Select(k => 80 - (k / 1000.0))];
        double[] b = [.. Enumerable.Repeat(70.0, 2400)];

        var summary = ConvergenceSummary.Compute(a, b, Options);

        Assert.True(summary.SlopeHigh < 0);
        Assert.Equal(ConvergenceState.Steady, summary.State);
    }
}
