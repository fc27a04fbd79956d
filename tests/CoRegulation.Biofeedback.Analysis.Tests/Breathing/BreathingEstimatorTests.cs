using CoRegulation.Biofeedback.Analysis.Breathing;
using CsCheck;

namespace CoRegulation.Biofeedback.Analysis.Tests.Breathing;

public class BreathingEstimatorTests
{
    [Fact]
    public void Breaths_of_exactly_ten_seconds_are_six_a_minute()
    {
        var estimate = new BreathingEstimator().Estimate(Breathed(perMin: 6, rsaMs: 120));

        Assert.Equal(6, estimate.RatePerMin, 0.02);
        Assert.Equal(120, estimate.RsaMs, 4.0);
        Assert.Equal(BreathingDoubt.None, estimate.Doubt);
        Assert.True(estimate.Quality > 0.8, $"{estimate}");
    }

    [Fact]
    public void Even_breathing_of_any_rate_up_to_half_the_heart_rate_is_read() =>
        Gen.Double[4.5, 30].Select(Gen.Double[550, 950], Gen.Double[20, 90], Gen.Double[0, 1]).Sample((perMin, meanMs, rsaMs, turns) =>
        {
            if (perMin > 0.9 * 30_000 / meanMs)
                return;
            var estimate = new BreathingEstimator().Estimate(Breathed(perMin, rsaMs, meanMs, turns: turns));
            Assert.True(Math.Abs(estimate.RatePerMin - perMin) < 0.02 * perMin, $"{estimate}");
        }, iter: 400);

    [Fact]
    public void Twice_the_arrhythmia_at_the_same_times_is_twice_as_large()
    {
        double[] plain = [.. Breathed(14, 40)], twice = [.. plain.Select(nn => 850 + 2 * (nn - 850))];
        var estimator = new BreathingEstimator();

        var (one, two) = (estimator.Estimate(plain), estimator.Estimate(twice));

        // Longer and shorter intervals also move the beats a little.
        Assert.Equal(2, two.RsaMs / one.RsaMs, 0.05);
    }

    [Fact]
    public void A_small_slow_wave_may_be_one_of_blood_pressure_unless_a_pacer_asks_for_it()
    {
        var (estimator, nnMs) = (new BreathingEstimator(), Breathed(6, 50));

        var (free, paced, otherwise) = (estimator.Estimate(nnMs), estimator.Estimate(nnMs, pacedPerMin: 6), estimator.Estimate(nnMs, pacedPerMin: 12));

        Assert.Equal((BreathingDoubt.SlowWave, BreathingDoubt.None, BreathingDoubt.SlowWave), (free.Doubt, paced.Doubt, otherwise.Doubt));
        Assert.True(free.Quality < 0.5 && paced.Quality > 0.8);
        Assert.Equal(6, free.RatePerMin, 0.05);
    }

    [Fact]
    public void A_slow_wave_beside_readable_breathing_is_not_breathing()
    {
        var slowMs = Breathed(6, 60);
        var timeS = 0.0;
        double[] both = [.. slowMs.Select(nn => nn + 15 * Math.Sin(2 * Math.PI * 15 / 60 * (timeS += nn / 1000)))];

        var estimate = new BreathingEstimator().Estimate(both);

        Assert.Equal(15, estimate.RatePerMin, 0.3);
        Assert.Equal(BreathingDoubt.None, estimate.Doubt);
    }

    [Fact]
    public void The_second_harmonic_of_a_slow_breath_is_not_a_faster_one()
    {
        var timeS = 0.0;
        double[] pointed = [.. Breathed(6, 120).Select(nn => nn + 15 * Math.Sin(2 * Math.PI * 12 / 60 * (timeS += nn / 1000)))];

        Assert.Equal(6, new BreathingEstimator().Estimate(pointed).RatePerMin, 0.1);
    }

    [Theory]
    [InlineData(850, 0, 14, BreathingDoubt.TooShallow)]
    [InlineData(850, 1, 14, BreathingDoubt.TooShallow)]
    [InlineData(850, 40, 34.5, BreathingDoubt.TooFast)]
    [InlineData(600, 40, 40, BreathingDoubt.TooFast)]
    public void What_cannot_be_read_is_withheld_with_its_reason(double meanMs, double rsaMs, double perMin, BreathingDoubt doubt) =>
        Assert.Equal(BreathingEstimate.Withheld(doubt), new BreathingEstimator().Estimate(Breathed(perMin, rsaMs, meanMs)));

    [Fact]
    public void Constant_intervals_have_no_breathing_whatever_their_length() =>
        Gen.Double[250, 2000].Sample(nn => Assert.Equal(
            BreathingDoubt.TooShallow, new BreathingEstimator().Estimate([.. Enumerable.Repeat(nn, 300)]).Doubt));

    [Fact]
    public void Breaths_of_very_different_length_are_too_irregular_for_a_rate()
    {
        double[] breathsS = [2, 6, 3, 9, 2.5, 5, 2, 8, 3, 2.2, 7, 4, 2, 9];
        var nnMs = new List<double>();
        foreach (var breathS in breathsS)
        {
            for (var timeS = 0.0; timeS < breathS; timeS += nnMs[^1] / 1000)
                nnMs.Add(850 + 40 * Math.Sin(2 * Math.PI * timeS / breathS));
        }

        Assert.Equal(BreathingEstimate.Withheld(BreathingDoubt.TooIrregular), new BreathingEstimator().Estimate([.. nnMs]));
    }

    [Fact]
    public void Every_third_beat_out_of_turn_is_not_breathing() =>
        Assert.Equal(
            BreathingEstimate.Withheld(BreathingDoubt.TooIrregular),
            new BreathingEstimator().Estimate([.. Enumerable.Range(0, 100).Select(i => i % 3 is 0 ? 500.0 : i % 3 is 1 ? 1050 : 750)]));

    [Fact]
    public void Half_a_minute_is_enough_and_less_is_not()
    {
        var estimator = new BreathingEstimator();

        Assert.Equal(BreathingDoubt.TooShort, estimator.Estimate([]).Doubt);
        Assert.Equal(BreathingDoubt.TooShort, estimator.Estimate(Breathed(15, 60, lengthS: 29)).Doubt);
        Assert.Equal(15, estimator.Estimate(Breathed(15, 60, lengthS: 31.5)).RatePerMin, 0.2);
    }

    [Fact]
    public void Only_the_last_minute_counts_and_nothing_that_was_read_before()
    {
        var estimator = new BreathingEstimator();
        var nnMs = Breathed(15, 60, lengthS: 58);
        var fresh = estimator.Estimate(nnMs);

        estimator.Estimate(Breathed(5, 200, lengthS: 110));

        Assert.Equal(fresh, estimator.Estimate(nnMs));
        var minute = Breathed(15, 60, lengthS: 80);
        Assert.Equal(estimator.Estimate(minute), estimator.Estimate([.. Breathed(5, 200, lengthS: 110), .. minute]));
    }

    [Fact]
    public void What_is_no_run_of_intervals_is_refused() =>
        Assert.All<double[]>(
            [[double.NaN], [800, 0], [800, -1], [800, double.PositiveInfinity]],
            nnMs => Assert.Throws<ArgumentException>(() => new BreathingEstimator().Estimate(nnMs)));

    [Theory]
    [InlineData("rest_supine_15min.txt", 14, 20)]
    [InlineData("rest_pyhrv_5min.txt", 13, 18)]
    [InlineData("healthy_f39_day_1h.txt", 17, 22)]
    public void Real_people_at_rest_breathe_as_people_do(string recording, double leastPerMin, double mostPerMin)
    {
        var nnMs = SharedFolder.Lines($"data/rr/{recording}");
        var estimator = new BreathingEstimator();
        var sure = Enumerable.Range(1, Math.Min(60, nnMs.Length / 25 - 4))
            .Select(i => estimator.Estimate(nnMs.AsSpan(25 * (i - 1), 100)))
            .Where(estimate => estimate.Quality >= 0.5).Select(estimate => estimate.RatePerMin).Order().ToArray();

        Assert.True(sure.Length >= 3, $"{sure.Length} readings");
        Assert.InRange(sure[sure.Length / 2], leastPerMin, mostPerMin);
    }

    [Theory]
    [InlineData(40, 4, 30)]
    [InlineData(18, 4, 30)]
    [InlineData(10, 4, 31.25)]
    [InlineData(5, 8.5, 36.25)]
    [InlineData(2, 9, 47.5)]
    [InlineData(0, 12.5, 82.5)]
    public void Children_may_breathe_faster(double ageYears, double slowestPerMin, double fastestPerMin)
    {
        var options = BreathingOptions.ForAge(ageYears);

        Assert.Equal((slowestPerMin, fastestPerMin), (options.SlowestPerMin, options.FastestPerMin));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(131)]
    [InlineData(double.NaN)]
    public void Nobody_is_that_old(double ageYears) => Assert.Throws<ArgumentOutOfRangeException>(() => BreathingOptions.ForAge(ageYears));

    /// <summary>Intervals of a heart that only breathing moves.</summary>
    internal static double[] Breathed(double perMin, double rsaMs, double meanMs = 850, double lengthS = 75, double turns = 0)
    {
        var nnMs = new List<double>();
        for (var timeS = 0.0; timeS < lengthS; timeS += nnMs[^1] / 1000)
            nnMs.Add(meanMs + rsaMs / 2 * Math.Sin(2 * Math.PI * (turns + perMin / 60 * timeS)));
        return [.. nnMs];
    }
}
