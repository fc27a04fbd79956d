using CoRegulation.Biofeedback.Analysis.Artefacts;
using CoRegulation.Biofeedback.Analysis.Beats;

namespace CoRegulation.Biofeedback.Analysis.Tests.Artefacts.Published;

/// <summary>Each branch of the decision, by hand: around 800 ms with changes up and down in turn that swell to 30 ms and shrink to 2 ms, so that both
/// thresholds lie near 40 ms.</summary>
public class LipponenTarvainenTests
{
    private const int At = 60;

    [Theory]
    [InlineData("a short interval and its pause, the pause being a change between two the other way (NPN)", "600 1000", "Short Ectopic")]
    [InlineData("a long interval and a short one (PNP)", "1000 600", "Long Ectopic")]
    [InlineData("a pause of which the short interval before is still within the threshold", "780 1000 780", "Ok Long Ok")]
    [InlineData("ectopic is asked before long and short", "600 1000 700", "Short Ectopic Ectopic")]
    [InlineData("but not when long or short is asked at once", "600 1000 590", "Short Long Ectopic")]
    [InlineData("a long interval that is no two", "1100", "Long")]
    [InlineData("a short interval that with the next is no one", "600", "Short")]
    [InlineData("two in one", "1600", "Missed")]
    [InlineData("two in one twice: the second is asked because the change after it is the larger", "1600 1600", "Missed Missed")]
    [InlineData("long and a little longer", "1100 1110", "Long Long")]
    [InlineData("long and a little shorter", "1110 1100", "Long Long")]
    [InlineData("one split in two", "320 480", "Extra Extra")]
    [InlineData("one split in two the other way round", "480 320", "Extra Extra")]
    [InlineData("a fall that stays for three: far from the median, and only the first is asked", "600 600 600", "Short Ok Ok")]
    [InlineData("a rise that stays for three", "1000 1000 1000", "Long Ok Ok")]
    [InlineData("changes within the threshold", "820 780 810", "Ok Ok Ok")]
    public void Each_branch_of_the_decision(string what, string rrMs, string flags)
    {
        double[] made = [.. rrMs.Split(' ').Select(double.Parse)];

        var rows = Correct(made);

        var found = rows.Where(row => row.RrMs is not null).Select(row => row.Flag).ToArray();
        Assert.True(flags == string.Join(' ', found[At..(At + made.Length)]), $"{what}: {string.Join(' ', found[At..(At + made.Length)])}");
        Assert.All((BeatFlag[])[.. found[..At], .. found[(At + made.Length)..]], flag => Assert.Equal(BeatFlag.Ok, flag));
    }

    [Fact]
    public void A_missed_beat_is_put_in_half_way()
    {
        var rows = Correct([1610]);

        var (first, second) = (rows[At], rows[At + 1]);
        Assert.Equal((1610, 805, BeatFlag.Missed), (first.RrMs, first.NnMs, first.Flag));
        Assert.Equal((null, 805, BeatFlag.Missed), (second.RrMs, second.NnMs, second.Flag));
        Assert.Equal(0.805, second.TimeS - first.TimeS, 9);
        Assert.Equal(rows[At - 1].TimeS + 1.61, second.TimeS, 9);
    }

    [Fact]
    public void An_extra_beat_is_taken_out()
    {
        var rows = Correct([320, 485]);

        Assert.Equal([null, 805], rows.Skip(At).Take(2).Select(row => row.NnMs));
    }

    [Fact]
    public void An_ectopic_beat_is_interpolated_over_both_its_intervals_and_time_is_not_kept()
    {
        var rows = Correct([600, 1020]);

        var (before, after) = (rows[At - 1].NnMs!.Value, rows[At + 2].NnMs!.Value);
        Assert.Equal(before + ((after - before) / 3), rows[At].NnMs!.Value, 9);
        Assert.Equal(before + (2 * (after - before) / 3), rows[At + 1].NnMs!.Value, 9);
        Assert.Equal([600, 1020], rows.Skip(At).Take(2).Select(row => row.RrMs));
    }

    [Fact]
    public void Sixty_beats_must_follow() => Assert.Equal(60, ArtefactCorrection.Create(new() { Method = CorrectionMethod.LipponenTarvainen }).DelayBeats);

    // Quartiles of mostly equal changes are equal: there is no threshold then, as published.
    [Fact]
    public void On_a_series_without_any_spread_every_change_is_beyond_the_threshold()
    {
        double[] rrMs = [.. Enumerable.Repeat(800.0, 120)];
        rrMs[At] = 801;

        var rows = ArtefactCorrection.Correct(rrMs, new() { Method = CorrectionMethod.LipponenTarvainen });

        Assert.Equal(At, Assert.Single(Enumerable.Range(0, 120), i => rows[i].Flag is not BeatFlag.Ok));
    }

    private static IReadOnlyList<Beat> Correct(double[] made)
    {
        double[] rrMs = [.. Enumerable.Range(0, 121).Select(i => 800.0 + ((i % 2 is 0 ? 2 : -2) * (8 - Math.Abs(8 - (i % 16)))))];
        return ArtefactCorrection.Correct([.. rrMs[..At], .. made, .. rrMs[At..]], new() { Method = CorrectionMethod.LipponenTarvainen });
    }
}
