using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sensors.Simulation.Hearts;

namespace CoRegulation.Biofeedback.Sensors.Tests.Simulation.Hearts;

public class CouplingTests
{
    private const int Seeds = 25;
    private const int SamplesPerSecond = 4;

    [Theory]
    [InlineData(CouplingBand.Slow, 0.3, 2)]
    [InlineData(CouplingBand.Slow, 0.6, 1.5)]
    [InlineData(CouplingBand.Slow, 0.9, -3)]
    [InlineData(CouplingBand.Breathing, 0.5, 0.75)]
    [InlineData(CouplingBand.Breathing, 0.9, -0.5)]
    public void In_its_band_the_correlation_is_its_strength_at_its_lag(CouplingBand band, double strength, double lagS)
    {
        var pairs = Pairs(new() { Band = band, Strength = strength, LagS = lagS }, band);
        var atLag = MeanCorrelation(pairs, lagS);
        // Far enough to either side that the slower band, too, has changed.
        var awayS = band is CouplingBand.Slow ? 4 : 1;

        Assert.Equal(strength, atLag, 0.06);
        Assert.True(atLag > MeanCorrelation(pairs, lagS + awayS) + 0.01);
        Assert.True(atLag > MeanCorrelation(pairs, lagS - awayS) + 0.01);
        // B follows A, and not the other way round.
        Assert.True(atLag > MeanCorrelation(pairs, -lagS) + 0.01);
    }

    [Fact]
    public void The_other_band_shares_nothing()
    {
        Assert.Equal(0, MeanCorrelation(Pairs(new() { Band = CouplingBand.Breathing, Strength = 0.9 }, CouplingBand.Slow), 0), 0.08);
        Assert.Equal(0, MeanCorrelation(Pairs(new() { Band = CouplingBand.Slow, Strength = 0.9 }, CouplingBand.Breathing), 0), 0.08);
    }

    [Fact]
    public void It_leaves_the_size_of_a_part_as_it_was()
    {
        var hearts = Enumerable.Range(0, Seeds).Select(seed => Pair(new() { Strength = 0.5 }, seed).B).ToArray();

        Assert.Equal(1, hearts.Average(heart => Statistics.Rms(heart.Slow) / heart.Parameters.SlowBpm), 0.06);
    }

    [Fact]
    public void Before_it_begins_nothing_is_shared_and_ten_seconds_later_all_of_it()
    {
        var coupling = new Coupling { Strength = 1, StartS = 600 };
        var (a, b) = Pair(coupling, 1);

        Assert.InRange(Statistics.Correlation(a.Slow[..12_000], b.Slow[..12_000], 0), -0.5, 0.5);
        Assert.Equal(1, Statistics.Correlation(a.Slow[12_200..], b.Slow[12_200..], 0), 1e-9);
    }

    // SYNCHRONY.md beside the project, section 4: "c = 0.5, 0.7, 0.9 gives a whole-record r of about 0.3, 0.35, 0.5" at the true lag.
    [Theory]
    [InlineData(0.5, 0.2, 0.38)]
    [InlineData(0.7, 0.3, 0.48)]
    [InlineData(0.9, 0.4, 0.6)]
    public void In_the_study_population_the_whole_heart_rate_correlates_as_the_study_says(double strength, double low, double high)
    {
        var scenario = Scenarios.Study(new() { Strength = strength, LagS = 2 });

        var mean = Enumerable.Range(0, Seeds).Average(seed =>
        {
            var people = Simulator.Run(scenario, seed).Truth.People;
            return Statistics.Correlation(people[0].RateBpm, people[1].RateBpm, 2 * PersonTruth.SamplesPerSecond);
        });

        Assert.InRange(mean, low, high);
    }

    private static double MeanCorrelation((double[] A, double[] B)[] pairs, double lagS) =>
        pairs.Average(pair => Statistics.Correlation(pair.A, pair.B, (int)Math.Round(lagS * SamplesPerSecond)));

    // The band's part of both, every fifth sample.
    private static (double[] A, double[] B)[] Pairs(Coupling coupling, CouplingBand band) => [.. Enumerable.Range(0, Seeds).Select(seed =>
    {
        var (a, b) = Pair(coupling, seed);
        return (Sampled(a), Sampled(b));

        double[] Sampled(HeartRate heart) =>
            [.. (band is CouplingBand.Slow ? heart.Slow : heart.Rsa).Where((_, i) => i % (Grid.PerSecond / SamplesPerSecond) == 0)];
    })];

    private static (HeartRate A, HeartRate B) Pair(Coupling coupling, int seed)
    {
        var shared = new SharedWave(coupling, 1200, seed);
        return (HeartRate.Generate(new(), shared, [], 1200, seed, "A"), HeartRate.Generate(new(), shared, [], 1200, seed, "B"));
    }
}
