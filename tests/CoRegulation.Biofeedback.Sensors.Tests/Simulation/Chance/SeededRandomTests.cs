using CoRegulation.Biofeedback.Sensors.Simulation.Chance;

namespace CoRegulation.Biofeedback.Sensors.Tests.Simulation.Chance;

public class SeededRandomTests
{
    [Fact]
    public void A_stream_is_the_same_again_and_differs_from_every_other()
    {
        Assert.Equal(Draw(1, "A/slow"), Draw(1, "A/slow"));
        string[] streams = ["A/slow", "B/slow", "A/mayer", "slow/A"];
        var all = streams.SelectMany(stream => Enumerable.Range(-3, 7).Select(seed => Draw(seed, stream)[0]));
        Assert.Distinct(all);
    }

    [Fact]
    public void Streams_of_one_seed_and_seeds_of_one_stream_are_not_correlated()
    {
        Assert.InRange(Statistics.Correlation(Draw(1, "A/slow", 20_000), Draw(1, "B/slow", 20_000), 0), -0.03, 0.03);
        for (var lag = -4; lag <= 4; lag++)
            Assert.InRange(Statistics.Correlation(Draw(1, "A/slow", 20_000), Draw(2, "A/slow", 20_000), lag), -0.03, 0.03);
        var firsts = Enumerable.Range(0, 20_000).Select(seed => Draw(seed, "A/slow")[0]).ToArray();
        Assert.Equal(0.5, firsts.Average(), 0.01);
        Assert.InRange(Statistics.Correlation(firsts, firsts, 1), -0.03, 0.03);
    }

    [Fact]
    public void Distributions_have_their_mean_and_spread()
    {
        var random = new SeededRandom(3, "test");
        double[] gaussian = [.. Enumerable.Range(0, 50_000).Select(_ => random.Gaussian())];
        double[] exponential = [.. Enumerable.Range(0, 50_000).Select(_ => random.Exponential(25))];
        double[] uniform = [.. Enumerable.Range(0, 50_000).Select(_ => random.Uniform(10, 22))];

        Assert.Equal(0, gaussian.Average(), 0.02);
        Assert.Equal(1, Statistics.Sd(gaussian), 0.02);
        Assert.Equal(0.0455, gaussian.Count(value => Math.Abs(value) > 2) / 50_000.0, 0.004);
        Assert.Equal(25, exponential.Average(), 0.5);
        Assert.Equal(25, Statistics.Sd(exponential), 0.8);
        Assert.Equal(16, uniform.Average(), 0.1);
        Assert.All(uniform, value => Assert.InRange(value, 10, 22));
    }

    private static double[] Draw(int seed, string stream, int count = 8)
    {
        var random = new SeededRandom(seed, stream);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextDouble())];
    }
}
