using CoRegulation.Biofeedback.Analysis.Synchrony.Confounds;
using CoRegulation.Biofeedback.Analysis.Synchrony.Looks;
using CoRegulation.Biofeedback.Analysis.Synchrony.Significance;
using CoRegulation.Biofeedback.Analysis.Tests.Synchrony.Significance;
using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sensors.Simulation.Hearts;

namespace CoRegulation.Biofeedback.Analysis.Tests.Synchrony.Looks;

public class LookTrackerTests
{
    private static readonly LookOptions Looks = new();
    private static readonly SignificanceOptions Test = new();

    [Fact]
    public void All_looks_together_spend_less_than_five_percent_and_each_has_copies_enough()
    {
        Assert.InRange(Looks.Looks.Sum(look => look.Alpha), 0.02, 0.05);
        Assert.All(Looks.Looks, look => Assert.True(Looks.Copies(look) >= 20 / look.Alpha && Looks.Copies(look) < (20 / look.Alpha) + 1));
        Assert.Equal(new LookOptions(), new LookOptions());
    }

    [Fact]
    public void Says_nothing_before_the_first_look_and_keeps_what_it_found()
    {
        var (a, b) = Pair(new() { Strength = 0.95, LagS = 2 }, 700);
        var tracker = new LookTracker(Looks, Test);
        var found = new List<double>();
        for (var i = 0; i < a.Length; i++)
        {
            tracker.Add(a[i], b[i]);
            if (tracker.Show(i / 4.0))
                found.Add(i / 4.0);
            Assert.Equal(found.Count is 0, tracker.Last is null);
        }

        Assert.Equal(149.75 + 3, found[0]);
        Assert.True(tracker.IsBeyondChance);
        Assert.Equal('A', tracker.Last!.Result.First);
        Assert.Equal(found[^1], 1.02 * (tracker.Last.AtS + 0.25) - 0.25, 1e-9);
        Assert.True(tracker.Last.Result.P <= tracker.Last.Alpha);
        Assert.Null(tracker.NextLookS);
    }

    [Fact]
    public void A_look_sees_what_was_before_it_and_nothing_else()
    {
        var (a, b) = Pair(null, 700);
        var short150 = Run(Looks, a.AsSpan(..600), b.AsSpan(..600));
        double[] other = [.. b[..600], .. a[600..]];

        var later = new LookTracker(Looks, Test);
        for (var i = 0; i < 1100; i++)
            later.Add(a[i], other[i]);
        later.Finish();

        Assert.Equivalent(short150.Last, later.Last, strict: true);
        Assert.Equal(SynchronySignificance.Test(a.AsSpan(..600), b.AsSpan(..600), Test with { Surrogates = 4000, Level = 0.005 }).P, later.Last!.Result.P);
    }

    [Fact]
    public void Only_time_with_both_that_is_not_paced_counts()
    {
        var (a, b) = Pair(null, 700);
        a.AsSpan(..40).Fill(double.NaN);
        b.AsSpan(200..300).Fill(double.NaN);
        var tracker = new LookTracker(Looks, Test);

        var at = 0;
        while (!tracker.Add(a[at], b[at], isPaced: at is >= 400 and < 500))
        {
            if (at is 399)
                Assert.Equal(150 + 10 + 25, tracker.NextLookS);
            at++;
        }

        tracker.Finish();
        Assert.Equal(600 + 40 + 100 + 100 - 1, at);
        Assert.Equal(150, tracker.Last!.Result.UsedS);
        Assert.Contains(SynchronyConfound.CommonPace, tracker.Last.Confounds);
    }

    [Fact]
    public void What_turns_out_to_be_paced_is_taken_back()
    {
        var (a, b) = Pair(null, 700);
        var tracker = new LookTracker(Looks, Test);
        for (var i = 0; i < 500; i++)
            tracker.Add(a[i], b[i]);

        tracker.Forget(200);
        var at = 500;
        while (!tracker.Add(a[at], b[at]))
            at++;

        tracker.Finish();
        Assert.Equal(600 + 200 - 1, at);
        Assert.Equal(150, tracker.Last!.Result.UsedS);
    }

    [Fact]
    public void Where_pacing_took_most_of_the_time_that_is_the_reason()
    {
        var (a, b) = Pair(null, 700);
        var tracker = new LookTracker(Looks, Test);
        var at = 0;
        while (!tracker.Add(a[at], b[at], isPaced: at is >= 300 and < 1100))
            at++;

        tracker.Finish();
        Assert.Equal(SynchronyDoubt.Paced, tracker.Last!.Result.Doubt);
        Assert.Null(tracker.Last.Result.BeyondChance);
    }

    [Fact]
    public void The_record_is_given_up_after_the_last_look_and_where_it_leads_nowhere()
    {
        var two = new LookOptions { Looks = [new(150, 0.01), new(160, 0.01)] };
        var (a, b) = Pair(null, 700);

        var all = Run(two, a, b);
        var gappy = new LookTracker(two, Test);
        for (var i = 0; i < 2000; i++)
            gappy.Add(a[i], i % 4 is 0 ? b[i] : double.NaN);

        Assert.Null(all.NextLookS);
        Assert.Equal(159.75, all.Last!.AtS);
        Assert.Null(gappy.Last);
        Assert.Null(gappy.NextLookS);
        Assert.Null(Run(LookOptions.None, a, b).Last);
    }

    [Fact]
    public void A_look_that_has_begun_is_shown_when_its_time_has_come_and_nothing_later_is_in_it()
    {
        var (a, b) = Pair(null, 700);
        var begun = Run(Looks, a.AsSpan(..600), b.AsSpan(..600));
        var released = new TaskCompletionSource();
        var tracker = new LookTracker(Looks, Test, Held(released, TestContext.Current.CancellationToken));
        for (var i = 0; i < 600; i++)
            tracker.Add(a[i], b[i]);

        Assert.False(tracker.Show(155.25));
        Assert.Equal((150, 158.25), (tracker.NextLookS, tracker.NextLookShownS));
        for (var i = 600; i < 640; i++)
            tracker.Add(a[i], b[i]);
        tracker.Forget(500);
        Assert.False(tracker.Show(158));
        Assert.Null(tracker.Last);
        released.SetResult();
        Assert.True(tracker.Show(158.25));

        Assert.Equivalent(begun.Last, tracker.Last, strict: true);
        Assert.Equal((300 + 125, null), (tracker.NextLookS, tracker.NextLookShownS));
        Assert.False(tracker.Show(1000));
    }

    [Fact]
    public void Where_looks_are_nearer_to_each_other_than_their_work_the_first_success_still_is_the_last_look()
    {
        var two = new LookOptions { Looks = [new(150, 0.05), new(151, 0.05)], CopiesAtAlpha = 1 };
        var (a, b) = Pair(new() { Strength = 0.95, LagS = 2 }, 700);

        Assert.Equal(149.75, Run(two, a, b).Last!.AtS);
    }

    [Fact]
    public void A_look_that_is_given_up_says_so_to_whoever_waits_for_it()
    {
        var (a, b) = Pair(null, 700);
        using var givenUp = new CancellationTokenSource();
        var released = new TaskCompletionSource();
        var tracker = new LookTracker(Looks, Test, Held(released, givenUp.Token));
        for (var i = 0; i < 600; i++)
            tracker.Add(a[i], b[i]);

        givenUp.Cancel();
        released.SetResult();

        Assert.ThrowsAny<OperationCanceledException>(() => tracker.Finish());
    }

    /// <summary>The study in small: of pairs of strangers hardly one is ever called beyond chance in ten minutes, of close ones most.</summary>
    [Fact]
    public void Looking_again_and_again_does_not_make_strangers_close()
    {
        var strangers = StudyPairs.Many(80, 810_000, 600, _ => null);
        var close = StudyPairs.Many(30, 820_000, 600, i => new() { Strength = 0.7, LagS = (i % 9) - 4 });
        var few = Looks with { CopiesAtAlpha = 5 };

        Assert.InRange(strangers.Count(pair => Run(few, pair.A, pair.B).IsBeyondChance), 0, 8);
        Assert.InRange(close.Count(pair => Run(few, pair.A, pair.B).IsBeyondChance), 25, 30);
    }

    /// <summary>Work behind a task that waits for the test.</summary>
    private static TaskFactory Held(TaskCompletionSource released, CancellationToken givenUp)
    {
        var one = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;
        Task.Factory.StartNew(() => released.Task.Wait(), CancellationToken.None, TaskCreationOptions.None, one);
        return new(givenUp, TaskCreationOptions.None, TaskContinuationOptions.None, one);
    }

    private static LookTracker Run(LookOptions looks, ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var tracker = new LookTracker(looks, Test);
        for (var i = 0; i < a.Length; i++)
            tracker.Add(a[i], b[i]);
        tracker.Finish();
        return tracker;
    }

    private static (double[] A, double[] B) Pair(Coupling? coupling, double durationS) =>
        StudyPairs.One(Scenarios.Study(coupling), 11, durationS);
}
