using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.Synchrony.Paced;
using CoRegulation.Biofeedback.Analysis.Synchrony.Significance;
using CoRegulation.Biofeedback.Analysis.Tests.Synchrony.Significance;
using CoRegulation.Biofeedback.Sensors.Simulation;

namespace CoRegulation.Biofeedback.Analysis.Tests.Synchrony.Paced;

public class PacedSignificanceTests
{
    private static readonly SignificanceOptions Few = new() { Surrogates = 99 };
    private static readonly PaceOptions Pace = new();
    private static readonly (double[] A, double[] B) Close = StudyPairs.One(Scenarios.Study(new() { Strength = 0.9, LagS = 2 }), 7, 600);

    [Fact]
    public void Without_paced_time_it_is_the_test() =>
        Assert.Equivalent(SynchronySignificance.Test(Close.A, Close.B, Few), Of([]), strict: true);

    [Fact]
    public void A_little_paced_time_is_left_out()
    {
        var result = Of([new(100, 150)]);

        Assert.True(result.BeyondChance);
        Assert.Equal(550, result.UsedS);
    }

    [Theory]
    [InlineData(100, 170, 600)]
    [InlineData(10, 35, 310)]
    public void More_of_it_or_too_little_left_gives_no_verdict(double fromS, double toS, double lengthS)
    {
        var samples = (int)(4 * lengthS);
        var result = PacedSignificance.Test(Close.A.AsSpan(..samples), Close.B.AsSpan(..samples), [new(fromS, toS)], Few, Pace);

        Assert.Equal(SynchronyDoubt.Paced, result.Doubt);
        Assert.Null(result.BeyondChance);
        Assert.True(double.IsNaN(result.P));
        Assert.True(double.IsFinite(result.Slow!.R));
    }

    [Fact]
    public void Another_doubt_goes_first() =>
        Assert.Equal(
            SynchronyDoubt.TooShort,
            PacedSignificance.Test(Close.A.AsSpan(..200), Close.B.AsSpan(..200), [new(0, 50)], Few, Pace).Doubt);

    /// <summary>The study in small, from heart rates alone: Mayer waves of strangers are not taken for a pace, a pace is.</summary>
    [Fact]
    public void A_pace_is_seen_in_the_heart_rates_and_a_mayer_wave_is_not_taken_for_one()
    {
        var (strangers, paced) = (new double[40], new double[20]);
        Parallel.For(0, strangers.Length, i => strangers[i] = FoundS(Scenarios.Study(), 910_000 + i));
        Parallel.For(0, paced.Length, i => paced[i] = FoundS(Scenarios.Study() with { Pacer = [new(0, 6)] }, 920_000 + i));

        Assert.InRange(strangers.Count(foundS => foundS > 0), 0, 1);
        Assert.InRange(paced.Count(foundS => foundS > 150), 18, 20);
    }

    [Fact]
    public void What_is_no_heart_rate_is_not_paced()
    {
        double[] wave = [.. Enumerable.Range(0, 2400).Select(i => Math.Sin(2 * Math.PI * 0.1 * i / 4))];

        Assert.Empty(PacedStretches.OfSeries(wave, wave));
        Assert.NotEmpty(PacedStretches.OfSeries([.. wave.Select(x => 70 + (5 * x))], [.. wave.Select(x => 80 + (5 * x))]));
        Assert.Empty(PacedStretches.OfSeries([], []));
    }

    private static double FoundS(Scenario scenario, int seed)
    {
        var (a, b) = StudyPairs.One(scenario, seed, 300);
        return PacedStretches.TotalS(PacedStretches.OfSeries(a, b));
    }

    private static SynchronyResult Of(ImmutableArray<PacedStretch> paced) =>
        PacedSignificance.Test(Close.A, Close.B, paced, Few, Pace);
}
