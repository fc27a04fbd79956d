using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Analysis.Breathing;

namespace CoRegulation.Biofeedback.Analysis.Tests.Breathing;

public class BreathingTrackerTests
{
    [Fact]
    public void A_run_is_read_on_schedule_as_by_the_estimator()
    {
        var nnMs = BreathingEstimatorTests.Breathed(14, 60, lengthS: 400);
        var (tracker, estimator) = (new BreathingTracker(), new BreathingEstimator());
        var renewed = 0;

        var beats = Beats(nnMs);
        for (var i = 0; i < beats.Count; i++)
        {
            if (!tracker.Add(beats[i]))
                continue;
            renewed++;
            Assert.Equal(estimator.Estimate(nnMs.AsSpan(0, i + 1)), tracker.Current);
            Assert.Equal(beats[i].TimeS, tracker.CurrentS);
        }

        Assert.InRange(renewed, 79, 82);
        Assert.Equal(14, tracker.Current.RatePerMin, 0.1);
    }

    [Fact]
    public void After_a_gap_nothing_of_before_it_is_read()
    {
        var tracker = new BreathingTracker();
        var before = Beats(BreathingEstimatorTests.Breathed(14, 60, lengthS: 70));
        var after = Beats(BreathingEstimatorTests.Breathed(20, 60, lengthS: 70), startS: before[^1].TimeS + 3, segment: 1);

        var estimates = before.Concat(after).Select(beat => (beat, Estimate: Fed(tracker, beat))).ToList();

        var first = estimates.FindIndex(entry => entry.beat.Segment is 1);
        Assert.Equal(14, estimates[first - 1].Estimate.RatePerMin, 0.2);
        Assert.All(
            estimates.Skip(first + 2).TakeWhile(entry => entry.beat.TimeS < after[0].TimeS + 28),
            entry => Assert.Equal(BreathingDoubt.Gap, entry.Estimate.Doubt));
        Assert.All(
            estimates.Where(entry => entry.beat.TimeS > after[0].TimeS + 32),
            entry => Assert.Equal(20, entry.Estimate.RatePerMin, 0.3));
    }

    [Fact]
    public void An_interval_that_is_left_out_ends_the_run()
    {
        var beats = Beats(BreathingEstimatorTests.Breathed(14, 60, lengthS: 75));
        beats[^10] = beats[^10] with { NnMs = null, Flag = BeatFlag.Long };
        var tracker = new BreathingTracker();

        foreach (var beat in beats)
            tracker.Add(beat);

        Assert.Equal(BreathingDoubt.Gap, tracker.Current.Doubt);
    }

    [Fact]
    public void A_beat_too_many_that_was_merged_into_the_next_leaves_the_run_whole()
    {
        var beats = Beats(BreathingEstimatorTests.Breathed(14, 60, lengthS: 75));
        var (tracker, cut) = (new BreathingTracker(), beats[^20]);

        foreach (var beat in beats)
        {
            if (beat == cut)
                tracker.Add(cut with { TimeS = cut.TimeS - 0.4, NnMs = null, Flag = BeatFlag.Extra });
            tracker.Add(beat == cut ? cut with { Flag = BeatFlag.Extra } : beat);
        }

        Assert.Equal(14, tracker.Current.RatePerMin, 0.1);
    }

    [Fact]
    public void A_corrected_ectopic_beat_leaves_the_run_whole_though_it_came_too_early()
    {
        var beats = Beats(BreathingEstimatorTests.Breathed(14, 60, lengthS: 75));
        beats[^20] = beats[^20] with { TimeS = beats[^20].TimeS - 0.35, Flag = BeatFlag.Ectopic };
        beats[^19] = beats[^19] with { Flag = BeatFlag.Ectopic };
        var tracker = new BreathingTracker();

        foreach (var beat in beats)
            tracker.Add(beat);

        Assert.Equal(14, tracker.Current.RatePerMin, 0.1);
    }

    [Fact]
    public void Where_every_fifth_beat_was_corrected_nothing_is_read()
    {
        var tracker = new BreathingTracker();

        foreach (var (beat, i) in Beats(BreathingEstimatorTests.Breathed(14, 60)).Select((beat, i) => (beat, i)))
            tracker.Add(i % 5 is 0 ? beat with { Flag = BeatFlag.Ectopic } : beat);

        Assert.Equal(BreathingEstimate.Withheld(BreathingDoubt.TooManyCorrected), tracker.Current);
    }

    [Fact]
    public void A_pacer_that_is_told_lifts_the_doubt_about_a_slow_wave()
    {
        var tracker = new BreathingTracker();
        var beats = Beats(BreathingEstimatorTests.Breathed(6, 50, lengthS: 140));

        foreach (var beat in beats.TakeWhile(beat => beat.TimeS < 100))
            tracker.Add(beat);
        Assert.Equal(BreathingDoubt.SlowWave, tracker.Current.Doubt);

        tracker.PacedPerMin = 6;
        foreach (var beat in beats.SkipWhile(beat => beat.TimeS < 100))
            tracker.Add(beat);
        Assert.Equal(BreathingDoubt.None, tracker.Current.Doubt);
    }

    [Fact]
    public void Before_the_first_half_minute_it_is_too_short()
    {
        var tracker = new BreathingTracker();
        Assert.Equal((BreathingDoubt.TooShort, double.NaN), (tracker.Current.Doubt, tracker.CurrentS));

        foreach (var beat in Beats(BreathingEstimatorTests.Breathed(14, 60, lengthS: 20)))
            tracker.Add(beat);

        Assert.Equal(BreathingDoubt.TooShort, tracker.Current.Doubt);
    }

    private static BreathingEstimate Fed(BreathingTracker tracker, Beat beat)
    {
        tracker.Add(beat);
        return tracker.Current;
    }

    private static List<Beat> Beats(double[] nnMs, double startS = 0, int segment = 0) =>
        [.. Hearts.Beats(nnMs, startS, segment).Select(beat => beat.Ok())];
}
