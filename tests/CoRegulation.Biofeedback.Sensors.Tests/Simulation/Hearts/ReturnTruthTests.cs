using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sensors.Simulation.Hearts;

namespace CoRegulation.Biofeedback.Sensors.Tests.Simulation.Hearts;

public class ReturnTruthTests
{
    private static readonly HeartOptions Even = new()
    {
        MeanBpm = 70,
        VerySlowBpm = 0,
        SlowBpm = 0,
        MayerBpm = 0,
        RsaBpm = 0,
    };

    [Fact]
    public void Without_noise_the_time_to_baseline_is_that_of_the_exponential()
    {
        var episode = Truth(900, new Episode { OnsetS = 200, AmplitudeBpm = 20, TauS = 60 }).Episodes[0];

        Assert.Equal(60 * Math.Log(20 / 2.0), episode.TimeToBaselineS!.Value, 1.0);
    }

    [Fact]
    public void The_end_and_the_next_episode_leave_none()
    {
        Assert.Null(Truth(300, new Episode { OnsetS = 200, AmplitudeBpm = 20, TauS = 60 }).Episodes[0].TimeToBaselineS);

        var both = Truth(900, new() { OnsetS = 200, AmplitudeBpm = 20, TauS = 60 }, new() { OnsetS = 300, AmplitudeBpm = 20, TauS = 60 }).Episodes;
        Assert.Null(both[0].TimeToBaselineS);
        Assert.NotNull(both[1].TimeToBaselineS);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_baseline_is_that_of_its_phase_or_of_the_lowest_two_minutes(bool hasPhase)
    {
        var person = Scenarios.Solo.A with { Heart = Scenarios.Solo.A.Heart with { Episodes = [] } };
        var truth = Simulator.Run(Scenarios.Solo with { A = person, Phases = hasPhase ? [new(0, "baseline"), new(100, "talk")] : [] }, 3).Truth.People[0];

        var expected = hasPhase
            ? Median([.. truth.RateBpm.Take(400)])
            : Enumerable.Range(0, truth.RateBpm.Length - 479).Min(from => Median(truth.RateBpm.AsSpan().Slice(from, 480).ToArray()));

        Assert.Equal(expected, truth.Baseline!.Bpm);
        Assert.True(truth.Baseline.SpreadBpm >= 1.5);
    }

    private static double Median(double[] samples)
    {
        Array.Sort(samples);
        return (samples[(samples.Length - 1) / 2] + samples[samples.Length / 2]) / 2;
    }

    private static PersonTruth Truth(double durationS, params Episode[] episodes) =>
        Simulator.Run(Scenarios.Solo with { A = new() { Name = "Even", Heart = Even with { Episodes = [.. episodes] } } }, 1, durationS).Truth.People[0];
}
