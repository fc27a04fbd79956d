using CoRegulation.Biofeedback.Analysis.Returns;

namespace CoRegulation.Biofeedback.Analysis.Tests.Returns;

public class KaplanMeierTests
{
    // Remission of leukaemia with maintenance, weeks (Miller 1981, Survival Analysis, p. 49); negative: censored. The same as R's survival::aml.
    private static readonly double[] Maintained = [9, 13, -13, 18, 23, -28, 31, 34, -45, 48, -161];

    [Fact]
    public void The_published_example_gives_the_published_curve()
    {
        var estimate = Estimate(Maintained);

        Assert.Equal([9, 13, 18, 23, 31, 34, 48], estimate.Steps.Select(step => step.TimeS));
        Assert.Equal([11, 10, 8, 7, 5, 4, 2], estimate.Steps.Select(step => step.AtRisk));
        // As R prints them: survfit(Surv(time, status) ~ 1) of these times.
        Assert.Equal([0.909, 0.818, 0.716, 0.614, 0.491, 0.368, 0.184], estimate.Steps.Select(step => Math.Round(step.Share, 3)));
        Assert.Equal(31, estimate.MedianS);
        Assert.Equal((11, 7), (estimate.Episodes, estimate.Seen));
    }

    [Fact]
    public void The_interval_of_the_median_holds_the_times_whose_share_does_not_differ_from_one_half()
    {
        var estimate = Estimate(Maintained);

        // Brookmeyer and Crowley's test at each step, on the scale log(-log), written out.
        var kept = new List<double>();
        var sum = 0.0;
        foreach (var step in estimate.Steps)
        {
            sum += 1.0 / (step.AtRisk * (step.AtRisk - 1.0));
            var distance = Math.Log(-Math.Log(step.Share)) - Math.Log(-Math.Log(0.5));
            if (Math.Abs(distance) <= 1.959964 * Math.Sqrt(sum) / Math.Abs(Math.Log(step.Share)))
                kept.Add(step.TimeS);
        }

        Assert.Equal(kept[0], estimate.LowS);
        Assert.True(double.IsNaN(estimate.HighS)); // 48 still belongs to it, and nothing later was seen.
        Assert.Equal(48, kept[^1]);
    }

    [Fact]
    public void Without_censoring_it_is_the_plain_share()
    {
        var random = new Random(1);
        var times = Enumerable.Range(0, 41).Select(_ => Math.Round(100 * random.NextDouble())).ToArray();

        var estimate = Estimate(times);

        Assert.Equal(times.Order().ElementAt(20), estimate.MedianS);
        Assert.All(estimate.Steps, step => Assert.Equal(times.Count(time => time > step.TimeS) / 41.0, step.Share, 1e-12));
    }

    [Fact]
    public void Nothing_seen_leaves_no_median()
    {
        Assert.True(double.IsNaN(Estimate([]).MedianS));
        Assert.True(double.IsNaN(Estimate([-10, -20]).MedianS));
        Assert.Equal(0, Estimate([-10, -20]).Seen);
        Assert.Throws<ArgumentException>(() => KaplanMeier.Of([new(double.NaN, false)]));
    }

    [Fact]
    public void The_interval_holds_the_true_median_where_a_third_is_censored()
    {
        var held = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var estimate = KaplanMeier.Of([.. Enumerable.Range(0, 40).Select(_ => Drawn(random, 60, 120))]);
            held += !(estimate.LowS > 60 * Math.Log(2)) && !(estimate.HighS < 60 * Math.Log(2)) ? 1 : 0;
        }

        Assert.InRange(held, 300 * 0.91, 300 * 0.99);
    }

    /// <summary>A time after Weibull (exponential with shape 1) that is censored by an exponential one.</summary>
    internal static ReturnTime Drawn(Random random, double meanS, double censoredAfterS, double shape = 1)
    {
        var (time, end) = (meanS * Math.Pow(-Math.Log(1 - random.NextDouble()), 1 / shape), -censoredAfterS * Math.Log(1 - random.NextDouble()));
        return new(Math.Min(time, end), end < time);
    }

    private static KaplanMeier Estimate(double[] times) => KaplanMeier.Of([.. times.Select(time => new ReturnTime(Math.Abs(time), time < 0))]);
}
