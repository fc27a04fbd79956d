using CoRegulation.Biofeedback.Analysis.Convergence;
using CoRegulation.Biofeedback.App.Window.Words;

namespace CoRegulation.Biofeedback.App.Tests.Window;

/// <summary>The sentences of a pair: what each says, and what it must not say.</summary>
public class PairWordsTests
{
    [Theory]
    [InlineData(null, null, null, null, false, "Not yet known: strangers often look as alike as this for a while.")]
    [InlineData(null, null, null, 300.0, false, "Not yet known (next look at 5 min): strangers often look as alike as this for a while.")]
    [InlineData(true, 300.0, 0.004, 600.0, false, "Beyond chance at the look at 5 min: 0.4 % of pairs of strangers reach this much.")]
    [InlineData(false, 300.0, 0.31, 600.0, false, "Not beyond chance so far: at the look at 5 min, 31 % of pairs of strangers reach this much (next look at 10 min).")]
    [InlineData(true, 300.0, 0.004, 600.0, true, "Paced: both breathe at one pace, so nobody can tell moving together from keeping time. No verdict.")]
    public void A_verdict_stands_beside_how_often_strangers_reach_it(bool? beyond, double? lookS, double? p, double? nextS, bool isPaced, string said) =>
        Assert.Equal(said, SynchronyWords.Sentence(beyond, lookS, p, nextS, isPaced));

    [Theory]
    [InlineData(null, null, null, false, "together: not yet known")]
    [InlineData(null, null, 450.0, false, "together: not yet known (next look at 7:30 min)")]
    [InlineData(true, 300.0, 600.0, false, "together: beyond chance at 5 min")]
    [InlineData(false, 300.0, 600.0, false, "together: not beyond chance so far")]
    [InlineData(true, 300.0, 600.0, true, "together: paced, no verdict")]
    public void A_card_says_the_verdict_in_few_words(bool? beyond, double? lookS, double? nextS, bool isPaced, string said) =>
        Assert.Equal(said, SynchronyWords.Short(beyond, lookS, nextS, isPaced));

    [Theory]
    [InlineData(ConvergenceState.Nearing, 6.2, -2.0, "Nearing: 6 bpm apart, about 8 bpm less than 4 minutes ago.")]
    [InlineData(ConvergenceState.Parting, 14.0, 2.0, "Parting: 14 bpm apart, about 8 bpm more than 4 minutes ago.")]
    [InlineData(ConvergenceState.Steady, 6.0, 0.1, "Steady: 6 bpm apart, no clear change over 4 minutes.")]
    [InlineData(null, 6.0, null, "6 bpm apart; whether nearing or parting is not yet known.")]
    [InlineData(null, null, null, "How far apart the two heart rates are is not known now.")]
    public void The_distance_is_said_with_what_it_does(ConvergenceState? state, double? distanceBpm, double? slope, string said) =>
        Assert.Equal(said, ConvergenceWords.Sentence(state, distanceBpm, slope, overS: 240));

    [Theory]
    [InlineData(12.4, null, "12 bpm above own baseline")]
    [InlineData(12.4, 40.9, "12 bpm above own baseline, 40 s since its peak")]
    public void An_episode_counts_on_and_never_down(double aboveBpm, double? sincePeakS, string said) =>
        Assert.Equal(said, EpisodeWords.Now(aboveBpm, sincePeakS));

    [Fact]
    public void An_anchor_by_level_is_who_stays_while_the_other_is_up_and_comes_back() =>
        Assert.Equal("Ana stayed within own baseline while Ben’s heart rate was up by 14 bpm and came back.", AnchorWords.ByLevel("Ana", "Ben", 14.2, null));

    [Fact]
    public void No_anchor_is_a_full_answer() =>
        Assert.Equal("No anchor by level: both stayed near baseline.", AnchorWords.ByLevel(null, null, null, "both stayed near baseline"));

    [Fact]
    public void An_anchor_by_lag_is_who_moves_first() =>
        Assert.Equal("Ana moves first, Ben follows by 1.0 to 2.5 s.", AnchorWords.ByLag("Ana", "Ben", 1, 2.5, null));

    [Fact]
    public void Nobody_moves_first_without_moving_together() =>
        Assert.Equal("Nobody moves first for certain: that takes moving together beyond chance.", AnchorWords.ByLag(null, null, double.NaN, double.NaN, null));
}
