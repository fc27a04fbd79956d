using CoRegulation.Biofeedback.Sensors.Simulation.Hearts;

namespace CoRegulation.Biofeedback.Sensors.Tests.Simulation.Hearts;

public class PacemakerTests
{
    private static readonly HeartOptions Still = new()
    {
        MeanBpm = 75,
        VerySlowBpm = 0,
        SlowBpm = 0,
        MayerBpm = 0,
        RsaBpm = 0,
        JitterMs = 0,
    };

    [Fact]
    public void A_constant_rate_gives_constant_intervals() =>
        Assert.All(Statistics.RrMs(Beats(Still, 1, 300)), rrMs => Assert.Equal(800, rrMs, 1e-6));

    [Fact]
    public void Beats_are_as_many_as_the_integral_of_the_rate()
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var heart = HeartRate.Generate(new(), null, [], 600, seed, "A");
            var (beatTimesS, _) = Pacemaker.Beat(heart, new() { JitterMs = 0 }, seed, "A");

            // Trapezoids between the first and the last beat, whose ends lie within a step of the grid.
            var (from, to) = ((int)Math.Ceiling(beatTimesS[0] * Grid.PerSecond), (int)Math.Floor(beatTimesS[^1] * Grid.PerSecond));
            var integral = Enumerable.Range(from, to - from).Sum(i => (heart.Total[i] + heart.Total[i + 1]) / 2 / 60 * Grid.StepS);
            integral += heart.Total[from] / 60 * (heart.Grid.TimeS(from) - beatTimesS[0]) + heart.Total[to] / 60 * (beatTimesS[^1] - heart.Grid.TimeS(to));
            Assert.Equal(beatTimesS.Length - 1, integral, 0.01);
        }
    }

    [Fact]
    public void Jitter_moves_each_beat_on_its_own()
    {
        var rrMs = Statistics.RrMs(Beats(Still with { JitterMs = 4 }, 1, 3600));

        // An interval has two jittered ends, and neighbours share one with opposite sign.
        Assert.Equal(4 * Math.Sqrt(2), Statistics.Sd(rrMs), 0.3);
        Assert.Equal(-0.5, Statistics.Correlation(rrMs, rrMs, 1), 0.05);
    }

    [Fact]
    public void Adults_at_rest_have_a_plausible_heart_rate_variability()
    {
        var rmssdMs = Enumerable.Range(0, 40).Select(seed => Statistics.RmssdMs(Beats(new(), seed, 600))).Order().ToArray();

        Assert.InRange(rmssdMs[20], 24, 40);
        Assert.All(rmssdMs, value => Assert.InRange(value, 13, 65));
    }

    [Fact]
    public void An_ectopic_beat_comes_early_and_the_pause_makes_good_for_it()
    {
        var options = Still with { EctopicPerMin = 3 };
        var heart = HeartRate.Generate(options, null, [], 3600, 1, "A");

        var (beatTimesS, ectopic) = Pacemaker.Beat(heart, options, 1, "A");

        Assert.InRange(ectopic.Length, 130, 230);
        Assert.All(ectopic, beat =>
        {
            Assert.InRange(beatTimesS[beat] - beatTimesS[beat - 1], 0.6 * 0.8 - 1e-6, 0.7 * 0.8 + 1e-6);
            Assert.Equal(1.6, beatTimesS[beat + 1] - beatTimesS[beat - 1], 1e-6);
        });
    }

    private static double[] Beats(HeartOptions options, int seed, double durationS) =>
        [.. Pacemaker.Beat(HeartRate.Generate(options, null, [], durationS, seed, "A"), options, seed, "A").BeatTimesS];
}
