using CoRegulation.Biofeedback.Analysis.Anchors;
using CoRegulation.Biofeedback.Analysis.Convergence;
using CoRegulation.Biofeedback.Analysis.Synchrony.Confounds;
using CoRegulation.Biofeedback.Analysis.Synchrony.Looks;
using CoRegulation.Biofeedback.Analysis.Synchrony.Significance;
using CoRegulation.Biofeedback.App.Window.Words;

namespace CoRegulation.Biofeedback.App.Tests.Window;

/// <summary>The sentences of a pair: what each says, and what it must not say.</summary>
public class PairWordsTests
{
    [Fact]
    public void Before_the_first_look_nothing_is_known()
    {
        var verdict = LiveVerdict.NotYet with { NextLookS = 150 };

        Assert.Equal("together: not yet known (next look at 2:30 min)", SynchronyWords.Short(verdict));
        Assert.Equal("Not yet known (next look at 2:30 min): strangers often look as alike as this for a while.", SynchronyWords.Sentence(verdict));
        Assert.Equal("together: not yet known (look at 2:30 min, shown from 2:38 min)", SynchronyWords.Short(verdict with { NextLookShownS = 158.25 }));
    }

    [Theory]
    [InlineData(VerdictState.BeyondChance, 0.004, "together: beyond chance at 5 min", "Beyond chance at the look at 5 min: 0.4 % of pairs of strangers reach this much.")]
    [InlineData(VerdictState.NotBeyondChance, 0.31, "together: not beyond chance so far", "Not beyond chance so far: at the look at 5 min, 31 % of pairs of strangers reach this much (next look at 10 min).")]
    public void A_verdict_stands_beside_how_often_strangers_reach_it(VerdictState state, double p, string inShort, string said)
    {
        var verdict = new LiveVerdict { State = state, Look = LookAt300(p), NextLookS = 600 };

        Assert.Equal(inShort, SynchronyWords.Short(verdict));
        Assert.Equal(said, SynchronyWords.Sentence(verdict));
    }

    [Fact]
    public void Who_breathe_at_one_pace_get_no_verdict_whatever_the_look_said()
    {
        var verdict = new LiveVerdict { State = VerdictState.Paced, NextLookS = 600 };

        Assert.Equal("together: paced, no verdict", SynchronyWords.Short(verdict));
        Assert.EndsWith("No verdict.", SynchronyWords.Sentence(verdict), StringComparison.Ordinal);
    }

    [Fact]
    public void A_verdict_that_is_withheld_says_why()
    {
        var look = LookAt300(double.NaN) with { Result = LookAt300(double.NaN).Result with { Doubt = SynchronyDoubt.SameRecording } };

        Assert.Equal("No verdict: both straps send the same heart.", SynchronyWords.Sentence(new LiveVerdict { State = VerdictState.Withheld, Look = look }));
    }

    [Fact]
    public void Other_causes_stand_beside_a_verdict() =>
        Assert.EndsWith(
            "Other causes: both rose strongly at once; both changed when a phase began.",
            SynchronyWords.Sentence(new LiveVerdict { State = VerdictState.BeyondChance, Look = LookAt300(0.001, SynchronyConfound.BothRose, SynchronyConfound.PhaseChange) }),
            StringComparison.Ordinal);

    private static Look LookAt300(double p, params SynchronyConfound[] confounds) => new()
    {
        AtS = 300,
        Alpha = 0.0125,
        Result = new SynchronyResult { P = p, Null = NullModel.Phase, Surrogates = 1600, Seed = 1 },
        Confounds = [.. confounds],
    };

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
        Assert.Equal("Ana stayed within own baseline while Ben’s heart rate was up and came back.", AnchorWords.ByLevel("Ana", "Ben", null));

    [Fact]
    public void No_anchor_is_a_full_answer() =>
        Assert.Equal("No anchor by level: nobody’s heart rate was up and came back.", AnchorWords.ByLevel(null, null, AnchorWords.Reason(AnchorReason.NoReturn)));

    [Fact]
    public void Every_reason_for_naming_nobody_has_words() =>
        Assert.All(Enum.GetValues<AnchorReason>().Except([AnchorReason.None]), reason => Assert.NotEmpty(AnchorWords.Reason(reason)));

    [Theory]
    [InlineData(HeartTrend.Settling, HeartTrend.Settling, " Both settling.")]
    [InlineData(HeartTrend.Rising, HeartTrend.Rising, " Both rising.")]
    [InlineData(HeartTrend.Settling, HeartTrend.Steady, " Ana settling, Ben steady.")]
    [InlineData(HeartTrend.Steady, HeartTrend.Rising, " Ana steady, Ben rising.")]
    [InlineData(null, HeartTrend.Steady, "")]
    public void Who_moved_is_said_beside_the_distance(HeartTrend? a, HeartTrend? b, string said) =>
        Assert.Equal(said, ConvergenceWords.Course("Ana", a, "Ben", b));

    [Fact]
    public void An_anchor_by_lag_is_who_moves_first() =>
        Assert.Equal("Ana moves first, Ben follows by 1.0 to 2.5 s.", AnchorWords.ByLag("Ana", "Ben", 1, 2.5, null));

    [Fact]
    public void Nobody_moves_first_without_moving_together() =>
        Assert.Equal("Nobody moves first for certain: that takes moving together beyond chance.", AnchorWords.ByLag(null, null, double.NaN, double.NaN, null));
}
