using CoRegulation.Biofeedback.Analysis.Artefacts;
using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Analysis.Tests.Artefacts.Study;

namespace CoRegulation.Biofeedback.Analysis.Tests.Artefacts;

public class RhythmTests
{
    [Fact]
    public void Fibrillation_and_bigeminy_have_no_normal_intervals_after_the_first_minute()
    {
        (double[], BeatFlag)[] hearts =
        [
            (SyntheticHearts.Fibrillation(1), BeatFlag.Irregular), (SyntheticHearts.Fibrillation(2), BeatFlag.Irregular), (SyntheticHearts.Bigeminy(1), BeatFlag.Crowded),
        ];
        foreach (var (rrMs, reason) in hearts)
        {
            var stretch = Assert.Single(RhythmStretch.Find(ArtefactCorrection.Correct(rrMs)));

            Assert.Equal(reason, stretch.Reason);
            Assert.InRange(stretch.Beats, rrMs.Length - 60, rrMs.Length);
            Close.Equal(rrMs.Sum() / 1000, stretch.UntilS);
        }
    }

    [Fact]
    public void Sinus_rhythm_comes_back_within_a_minute()
    {
        var rest = SyntheticHearts.Rest(1, 300);
        var rows = ArtefactCorrection.Correct([.. rest, .. SyntheticHearts.Fibrillation(1, 200), .. rest]);

        var stretch = Assert.Single(RhythmStretch.Find(rows));
        Assert.All(rows.Where(row => row.Flag is BeatFlag.Irregular or BeatFlag.Crowded), row => Assert.Null(row.NnMs));
        Assert.InRange(stretch.FromS, rest.Sum() / 1000, (rest.Sum() / 1000) + 40);
        Assert.InRange(rows[^1].TimeS - stretch.UntilS, (rest.Sum() / 1000) - 60, rest.Sum() / 1000);
    }

    [Fact]
    public void Deep_breathing_exercise_calm_and_scattered_artefacts_are_sinus_rhythm()
    {
        foreach (var seed in Enumerable.Range(1, 3))
        {
            Assert.All(
                new[]
                {
                    SyntheticHearts.StrongBreathing(seed), SyntheticHearts.Child(seed), SyntheticHearts.Exercise(seed), SyntheticHearts.Calm(seed),
                    Injection.Scattered("deep breathing", SyntheticHearts.StrongBreathing(seed), 0.05, seed).RrMs,
                    Injection.Scattered("rest", SyntheticHearts.Rest(seed), 0.05, seed).RrMs, Injection.Bursts("rest", SyntheticHearts.Rest(seed), seed).RrMs,
                },
                rrMs => Assert.Empty(RhythmStretch.Find(ArtefactCorrection.Correct(rrMs))));
        }
    }

    [Fact]
    public void Segments_are_told_apart()
    {
        Beat Row(int at, int segment, BeatFlag flag) => new(at, 1000, null, segment, flag);

        Assert.Equal(
            [new RhythmStretch(0, 0, 2, 2, BeatFlag.Irregular), new(1, 2, 3, 1, BeatFlag.Irregular), new(1, 4, 6, 2, BeatFlag.Crowded)],
            RhythmStretch.Find([
                Row(1, 0, BeatFlag.Crowded), Row(2, 0, BeatFlag.Irregular), Row(3, 1, BeatFlag.Irregular), Row(4, 1, BeatFlag.Ok),
                Row(5, 1, BeatFlag.Crowded), Row(6, 1, BeatFlag.Crowded)]));
    }

    [Theory]
    [InlineData("mit_longterm_02", 0.95, 1)]
    [InlineData("polar_h10_pvc_10min", 0.9, 1)]
    [InlineData("rest_pyhrv_5min", 0, 0)]
    [InlineData("rest_supine_15min", 0, 0)]
    [InlineData("exercise_polar_40min", 0, 0)]
    [InlineData("chf2db_chf201_4h", 0, 0)]
    [InlineData("healthy_f39_day_1h", 0, 0)]
    public void Recordings_of_arrhythmia_are_told_from_those_of_sinus_rhythm(string name, double least, double most)
    {
        var rrMs = new Recordings(SharedFolder.Find("data")).RrMs(name);

        Assert.InRange(RhythmStretch.Find(ArtefactCorrection.Correct(rrMs)).Sum(stretch => stretch.Beats) / (double)rrMs.Length, least, most);
    }
}
