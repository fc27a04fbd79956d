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
        Assert.Equal(summary, ConvergenceSummary.Compute(b, a, Options));
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

        Assert.Equal(new(double.NaN, double.NaN, double.NaN), ConvergenceSummary.Compute(none, some, Options));
        Assert.Equal(new(double.NaN, double.NaN, double.NaN), ConvergenceSummary.Compute([], [], Options));
        Assert.Equal(double.NaN, ConvergenceSummary.Compute(some.AsSpan(0, 100), some.AsSpan(0, 100), Options).StartBpm);
        Assert.Throws<ArgumentException>(() => ConvergenceSummary.Compute(some, [], Options));
    }
}
