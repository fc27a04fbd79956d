using CoRegulation.Biofeedback.Analysis.Anchors;
using CoRegulation.Biofeedback.Analysis.Baselines;

namespace CoRegulation.Biofeedback.Analysis.Tests.Anchors;

public class AnchorByLevelTests
{
    private static readonly AnchorOptions Options = new();
    private static readonly Baseline At65 = new(65, 2, true, 0, 100);
    private static readonly Baseline At75 = new(75, 4, true, 0, 100);

    [Fact]
    public void The_one_who_stays_while_the_other_is_up_and_comes_back_is_the_anchor()
    {
        var (moved, calm) = (Series(600, t => 75 + Episode(t, 150, 25) + Wave(t)), Series(600, t => 65 + (0.3 * Wave(t))));

        Assert.Equal(new AnchorFinding('B', 1, AnchorReason.None), AnchorByLevel.Find(moved, calm, At75, At65, Options));
        Assert.Equal(new AnchorFinding('A', 1, AnchorReason.None), AnchorByLevel.Find(calm, moved, At65, At75, Options));
    }

    [Fact]
    public void A_baseline_phase_in_which_the_heart_rate_was_up_does_not_hide_the_return()
    {
        var child = Series(480, t => 105 + (t < 90 ? 30 : 30 * Math.Exp((90 - t) / 90)) + Wave(t));

        var found = AnchorByLevel.Find(child, Series(480, t => 65 + (0.3 * Wave(t))), new Baseline(135, 6, true, 0, 90), At65, Options);

        Assert.Equal('B', found.Person);
    }

    [Fact]
    public void Who_is_up_and_stays_up_has_not_come_back()
    {
        var found = AnchorByLevel.Find(Series(600, t => t < 300 ? 75 : 100 + Wave(t)), Series(600, t => 65 + (0.3 * Wave(t))), At75, At65, Options);

        Assert.Equal(AnchorFinding.NotAsked(AnchorReason.NoReturn), found);
    }

    [Fact]
    public void One_who_wanders_or_is_up_as_well_did_not_stay()
    {
        var moved = Series(600, t => 75 + Episode(t, 150, 25) + Wave(t));

        foreach (var other in new Func<double, double>[] { t => 65 + (2 * Wave(t)), t => 65 + Episode(t, 160, 20) })
        {
            var found = AnchorByLevel.Find(moved, Series(600, other), At75, At65, Options);
            Assert.Equal((null, AnchorReason.NobodyStayed), (found.Person, found.Reason));
            Assert.InRange(found.Confidence, 0.8, 1);
        }
    }

    [Fact]
    public void A_steady_heart_far_from_its_own_baseline_did_not_stay_near_it()
    {
        var found = AnchorByLevel.Find(
            Series(600, t => 75 + Episode(t, 150, 25) + Wave(t)), Series(600, t => 75 + (0.3 * Wave(t))), At75, At65, Options);

        Assert.Equal(AnchorReason.NobodyStayed, found.Reason);
    }

    [Fact]
    public void Of_two_who_each_stay_while_the_other_is_up_nobody_is_named()
    {
        // Long sessions: each is up for a minute or two and steady for more than nine tenths.
        var found = AnchorByLevel.Find(
            Series(3000, t => 75 + Episode(t, 300, 25) + (0.3 * Wave(t))), Series(3000, t => 65 + Episode(t, 1500, 25) + (0.3 * Wave(t))), At75, At65, Options);

        Assert.Equal((null, AnchorReason.BothStayed), (found.Person, found.Reason));
    }

    [Fact]
    public void Where_nothing_can_be_said_there_is_a_reason()
    {
        var (moved, calm) = (Series(600, t => 75 + Episode(t, 150, 25) + Wave(t)), Series(600, t => 65 + (0.3 * Wave(t))));

        Reason(AnchorReason.TooShort, moved[..120], calm[..120], At75, At65);
        Reason(AnchorReason.TooShort, [], [], At75, At65);
        Reason(AnchorReason.TooShort, moved, Series(600, _ => double.NaN), At75, At65);
        Reason(AnchorReason.NoBaseline, moved, calm, At75, null);
        Reason(AnchorReason.Constant, moved, Series(600, _ => 65), At75, At65);
        Reason(AnchorReason.NoReturn, calm, calm, At65, At65);
        Assert.Throws<ArgumentException>(() => AnchorByLevel.Find(moved, calm.AsSpan(0, 100), At75, At65, Options));

        static void Reason(AnchorReason reason, double[] a, double[] b, Baseline? aBaseline, Baseline? bBaseline) =>
            Assert.Equal(AnchorFinding.NotAsked(reason), AnchorByLevel.Find(a, b, aBaseline, bBaseline, Options));
    }

    [Fact]
    public void Sixty_percent_of_gaps_leave_the_anchor_to_be_found_beside_baseline_phases()
    {
        static double Gap(double t, double bpm) => t % 50 < 20 ? bpm : double.NaN;

        var found = AnchorByLevel.Find(
            Series(900, t => Gap(t, 75 + Episode(t, 150, 25) + Episode(t, 450, 25) + Wave(t))), Series(900, t => Gap(t, 65 + (0.3 * Wave(t)))), At75, At65, Options);

        Assert.Equal('B', found.Person);
    }

    [Fact]
    public void Found_along_the_way_it_is_what_is_found_at_the_end()
    {
        var (a, b) = (Series(600, t => 75 + Episode(t, 150, 25) + Wave(t)), Series(600, t => 65 + (0.3 * Wave(t))));
        var tracker = new AnchorTracker(Options);
        List<(double TimeS, AnchorFinding Found)> found = [];
        for (var i = 0; i < a.Length; i++)
        {
            if (tracker.Add(a[i], b[i]))
                found.Add(((i + 1) / 4.0, tracker.Find(At75, At65)));
        }

        Assert.Equal(AnchorByLevel.Find(a, b, At75, At65, Options), found[^1].Found);
        Assert.All(found.Where(at => at.TimeS < 180), at => Assert.Equal(AnchorReason.TooShort, at.Found.Reason));
        var first = found.First(at => at.Found.Person is 'B').TimeS;
        Assert.InRange(first, 190, 260);
        Assert.All(found.Where(at => at.TimeS > first), at => Assert.Equal('B', at.Found.Person));
    }

    /// <summary>A rise in 8 s and a return with a time constant of 60 s.</summary>
    private static double Episode(double t, double onsetS, double bpm) =>
        t < onsetS ? 0 : t < onsetS + 8 ? bpm * (t - onsetS) / 8 : bpm * Math.Exp((onsetS + 8 - t) / 60);

    private static double Wave(double t) => (2 * Math.Sin(t / 7)) + (2 * Math.Sin(t / 23));

    private static double[] Series(double seconds, Func<double, double> bpm) => [.. Enumerable.Range(0, (int)(4 * seconds)).Select(k => bpm(k / 4.0))];
}
