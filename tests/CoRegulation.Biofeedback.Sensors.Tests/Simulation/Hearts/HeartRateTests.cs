using System.Collections.Immutable;
using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sensors.Simulation.Hearts;

namespace CoRegulation.Biofeedback.Sensors.Tests.Simulation.Hearts;

public class HeartRateTests
{
    private static readonly HeartOptions Still = new()
    {
        MeanBpm = 70,
        VerySlowBpm = 0,
        SlowBpm = 0,
        MayerBpm = 0,
        RsaBpm = 0,
        JitterMs = 0,
    };

    [Fact]
    public void Each_part_has_the_size_that_was_drawn_for_it()
    {
        var hearts = Enumerable.Range(0, 12).Select(seed => Generate(new(), seed, 3600)).ToArray();

        Assert.Equal(1, hearts.Average(heart => Statistics.Rms(heart.VerySlow) / heart.Parameters.VerySlowBpm), 0.15);
        Assert.Equal(1, hearts.Average(heart => Statistics.Rms(heart.Slow) / heart.Parameters.SlowBpm), 0.06);
        Assert.Equal(1, hearts.Average(heart => Statistics.Rms(heart.Mayer) / heart.Parameters.MayerBpm), 0.06);
        Assert.Equal(1, hearts.Average(heart => Statistics.Rms(heart.Rsa) / heart.Parameters.RsaBpm), 0.06);
        Assert.All(hearts, heart => Assert.Equal(heart.Parameters.MeanBpm, heart.Total.Average(), 1.0));
        Assert.All(hearts, heart => Assert.InRange(Statistics.Rms(heart.Slow) / heart.Parameters.SlowBpm, 0.75, 1.25));
    }

    [Fact]
    public void What_is_drawn_fills_its_range_and_does_not_leave_it()
    {
        var options = new HeartOptions();
        var drawn = Enumerable.Range(0, 300).Select(seed => HeartParameters.Draw(options, seed, "A")).ToArray();

        Fills(options.MeanBpm, heart => heart.MeanBpm);
        Fills(options.VerySlowBpm, heart => heart.VerySlowBpm);
        Fills(options.SlowBpm, heart => heart.SlowBpm);
        Fills(options.MayerBpm, heart => heart.MayerBpm);
        Fills(options.MayerHz, heart => heart.MayerHz);
        Fills(options.RsaBpm, heart => heart.RsaBpm);
        Fills(options.BreathingHz, heart => heart.BreathingHz);

        void Fills(Between range, Func<HeartParameters, double> value)
        {
            var (width, values) = (range.High - range.Low, drawn.Select(value).ToArray());
            Assert.InRange(values.Min(), range.Low, range.Low + 0.05 * width);
            Assert.InRange(values.Max(), range.High - 0.05 * width, range.High);
        }
    }

    [Fact]
    public void The_breathing_rate_wanders_about_its_mean_within_bounds()
    {
        var hearts = Enumerable.Range(0, 12).Select(seed => Generate(new(), seed, 1800)).ToArray();

        Assert.All(hearts, heart => Assert.Equal(heart.Parameters.BreathingHz, heart.BreathingHz.Average(), 0.015));
        Assert.Equal(0.03, hearts.Average(heart => Statistics.Sd(heart.BreathingHz)), 0.004);
        Assert.All(hearts.SelectMany(heart => heart.BreathingHz), hz => Assert.InRange(hz, 0.08, 0.5));
    }

    [Fact]
    public void An_episode_rises_in_eight_seconds_and_returns_with_its_time_constant()
    {
        var heart = Generate(Still with { Episodes = [new() { OnsetS = 100, AmplitudeBpm = 27, TauS = 60 }] }, 1, 400);

        Assert.Equal(70, At(heart, heart.Total, 100), 1e-9);
        Assert.Equal(70 + 13.5, At(heart, heart.Total, 104), 1e-9);
        Assert.Equal(70 + 27, At(heart, heart.Total, 108), 1e-9);
        Assert.Equal(70 + 27 / Math.E, At(heart, heart.Total, 168), 1e-9);
        Assert.Equal(new EpisodeTruth(100, 108, 27, 60), Assert.Single(heart.Episodes));
    }

    [Fact]
    public void The_mean_settles_at_another_level_from_where_it_is()
    {
        var heart = Generate(Still with
        {
            MeanBpm = 92,
            Levels =
            [
                new() { StartS = 100, ToBpm = 72, TimeS = 50 },
                new() { StartS = 150, ToBpm = 80, TimeS = 20, Shape = LevelShape.Linear },
            ],
        }, 1, 300);

        var at150 = 72 + 20 / Math.E;
        Assert.Equal(92, At(heart, heart.Level, 100), 1e-9);
        Assert.Equal(at150, At(heart, heart.Level, 150), 0.03);
        Assert.Equal((at150 + 80) / 2, At(heart, heart.Level, 160), 0.03);
        Assert.Equal(80, At(heart, heart.Level, 170), 1e-9);
        Assert.Equal(80, At(heart, heart.Level, 290), 1e-9);
    }

    [Fact]
    public void While_the_pacer_runs_breathing_keeps_to_it_and_its_wave_is_larger()
    {
        ImmutableArray<PacerChange> pacer = [new(600, 6), new(1200, null)];
        var hearts = Enumerable.Range(0, 12).Select(seed => Generate(new(), seed, 1800, pacer)).ToArray();

        Assert.All(hearts, heart => Assert.Equal(0.1, During(heart.BreathingHz, 630, 1200).Average(), 0.001));
        Assert.All(hearts, heart => Assert.Equal(heart.Parameters.BreathingHz, During(heart.BreathingHz, 1210, 1800).Average(), 0.025));
        Assert.Equal(1.8, hearts.Average(heart => Statistics.Rms(During(heart.Rsa, 630, 1200)) / heart.Parameters.RsaBpm), 0.12);
        Assert.Equal(1, hearts.Average(heart => Statistics.Rms(During(heart.Rsa, 0, 600)) / heart.Parameters.RsaBpm), 0.1);
        // Wander 0.3 s and delay 0.4 s of a 10 s breath: the waves of two people are nearly one.
        Assert.InRange(Statistics.Correlation(During(hearts[0].Rsa, 630, 1200), During(hearts[1].Rsa, 630, 1200), 0), 0.8, 1);

        static double[] During(double[] series, int fromS, int toS) => series[(fromS * Grid.PerSecond)..(toS * Grid.PerSecond)];
    }

    private static HeartRate Generate(HeartOptions options, int seed, double durationS, ImmutableArray<PacerChange> pacer = default) =>
        HeartRate.Generate(options, null, pacer.IsDefault ? [] : pacer, durationS, seed, "A");

    private static double At(HeartRate heart, double[] series, double timeS) => heart.Grid.At(series, timeS);
}
