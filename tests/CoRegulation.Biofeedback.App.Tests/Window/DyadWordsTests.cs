using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.Convergence;
using CoRegulation.Biofeedback.Analysis.Readings;
using CoRegulation.Biofeedback.App.Window.Words;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Snapshots;

namespace CoRegulation.Biofeedback.App.Tests.Window;

public class DyadWordsTests
{
    private static readonly ImmutableArray<Person> People = [new() { Id = "A", Name = "Ana" }, new() { Id = "B", Name = "Ben" }];

    private static readonly DyadSnapshot Known = new()
    {
        R = Reading.Of(0.42),
        LagS = Reading.Of(1.25),
        DistanceBpm = Reading.Of(6.3),
        SlopeBpmPerMin = Reading.Of(-2),
        Convergence = ConvergenceState.Nearing,
    };

    [Fact]
    public void Distance_and_correlation_are_said_apart() =>
        Assert.Equal(
            ("6", "nearing", true, "together: not yet known", "0.42", "Ben follows Ana by 1.25 s"),
            Words(Known) is var words ? (words.Distance, words.Trend, words.TrendKnown, words.Together, words.R, words.Lag) : default);

    [Theory]
    [InlineData(0.5, "Ben follows Ana by 0.50 s")]
    [InlineData(-0.5, "Ana follows Ben by 0.50 s")]
    [InlineData(0.0, "at the same time")]
    public void The_sign_of_the_lag_says_who_follows(double lagS, string words) =>
        Assert.Equal(words, Words(Known with { LagS = Reading.Of(lagS) }).Lag);

    [Theory]
    [InlineData(0.99)]
    [InlineData(-0.99)]
    public void No_correlation_however_high_makes_a_verdict(double r) =>
        Assert.Equal("together: not yet known", Words(Known with { R = Reading.Of(r) }).Together);

    [Fact]
    public void A_negative_correlation_has_a_true_minus_sign() =>
        Assert.Equal("−0.31", Words(Known with { R = Reading.Of(-0.31) }).R);

    [Fact]
    public void Warming_up_counts_down_in_the_first_window() =>
        Assert.Equal(("–", "warming up: 35 s more"), (Words(Known with { R = default }, timeS: 10).R, Words(Known with { R = default }, timeS: 10).Lag));

    [Fact]
    public void After_a_gap_warming_up_has_no_countdown() =>
        Assert.Equal("warming up", Words(Known with { R = default }, timeS: 300).Lag);

    [Fact]
    public void A_strap_without_intervals_leaves_no_look_to_wait_for()
    {
        var words = Words(Known with { R = Reading.Missing(ReadingState.NotEnoughData), LacksIntervals = true });

        Assert.Equal(("6", "–", "together: no verdict"), (words.Distance, words.R, words.Together));
        Assert.All([words.TogetherSaid, words.LevelSaid], said => Assert.Contains("no times between beats", said, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_distance_the_trend_says_why() =>
        Assert.Equal("signal lost", Words(Known with { DistanceBpm = Reading.Missing(ReadingState.SignalLost), SlopeBpmPerMin = default, Convergence = null }).Trend);

    [Fact]
    public void A_trend_that_is_not_known_says_why()
    {
        var words = Words(Known with { SlopeBpmPerMin = default, Convergence = null });

        Assert.Equal(("6", "trend warming up", false), (words.Distance, words.Trend, words.TrendKnown));
    }

    [Fact]
    public void The_trend_counts_down_too() =>
        Assert.Equal("trend warming up: 50 s more", Words(Known with { SlopeBpmPerMin = default, Convergence = null }, timeS: 40).Trend);

    private static DyadWords Words(DyadSnapshot dyad, double timeS = 300) => DyadWords.From(dyad, People, timeS);
}
