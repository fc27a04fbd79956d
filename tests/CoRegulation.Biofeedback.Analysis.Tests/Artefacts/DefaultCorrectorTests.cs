using CoRegulation.Biofeedback.Analysis.Artefacts;
using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Analysis.Tests.Artefacts.Study;
using CsCheck;

namespace CoRegulation.Biofeedback.Analysis.Tests.Artefacts;

public class DefaultCorrectorTests
{
    private const int Delay = 5;

    private static readonly double[] Calm = [800, 810, 790, 805, 800, 795, 812, 804, 798, 806];

    private static readonly double[] Nonsense = [0, -1, double.NaN, double.PositiveInfinity, 65535, 1];

    private static readonly Gen<double> Any =
        Gen.Frequency((6, Gen.Double[600, 1100]), (2, Gen.Double[100, 5000]), (1, Gen.Int[0, Nonsense.Length - 1].Select(i => Nonsense[i])));

    [Fact]
    public void A_missed_beat_is_put_back_and_the_last_part_ends_where_the_interval_did()
    {
        var rows = Rows([.. Calm, 1606, .. Calm]);

        var made = rows.Where(row => row.Flag is BeatFlag.Missed).ToArray();
        Assert.Equal([1606, null], made.Select(row => row.RrMs));
        Close.Equal(1606, made.Sum(row => row.NnMs!.Value));
        Close.Equal(rows[9].TimeS + 1.606, made[1].TimeS);
        Close.Equal(made[1].TimeS - (made[1].NnMs!.Value / 1000), made[0].TimeS);
    }

    [Fact]
    public void An_extra_beat_is_taken_out_and_the_whole_interval_stands_in_its_last_row()
    {
        var rows = Rows([.. Calm, 300, 503, .. Calm]);

        Assert.Equal(
            [(300, null, BeatFlag.Extra), (503, 803, BeatFlag.Extra)],
            rows.Where(row => row.Flag is not BeatFlag.Ok).Select(row => ((int)row.RrMs!, (int?)row.NnMs, row.Flag)));
    }

    [Fact]
    public void An_ectopic_beat_keeps_the_time_of_its_pair_and_moves_no_other()
    {
        var rows = Rows([.. Calm, 560, 1044, .. Calm]);

        var pair = rows.Where(row => row.Flag is not BeatFlag.Ok).ToArray();
        Assert.Equal([(560, BeatFlag.Ectopic), (1044, BeatFlag.Ectopic)], pair.Select(row => ((int)row.RrMs!, row.Flag)));
        Close.Equal(1604, pair.Sum(row => row.NnMs!.Value));
        Assert.All(pair, row => Assert.InRange(row.NnMs!.Value, 780, 820));
    }

    [Fact]
    public void A_premature_beat_that_reset_the_rhythm_leaves_its_pair_open() =>
        Assert.Equal([(560, null), (880, null)], Rows([.. Calm, 560, 880, .. Calm]).Where(row => row.Flag is BeatFlag.Ectopic).Select(row => ((int)row.RrMs!, row.NnMs)));

    [Fact]
    public void A_gap_is_left_open()
    {
        var gap = Assert.Single(Rows([.. Calm, 9000, .. Calm]), row => row.Flag is not BeatFlag.Ok);

        Assert.Equal((BeatFlag.Gap, null), (gap.Flag, gap.NnMs));
    }

    [Fact]
    public void A_constant_series_is_normal_however_fast_or_slow_within_the_limits() =>
        Gen.Double[270, 2200].Select(Gen.Int[1, 80]).Sample((rrMs, count) =>
            Assert.All(Rows([.. Enumerable.Repeat(rrMs, count)]), row => Assert.Equal((BeatFlag.Ok, rrMs), (row.Flag, row.NnMs))));

    // 230 bpm and a rhythm of 26 to 30 bpm: too fast and too slow for an NN, but no extra and no missed beats.
    [Theory]
    [InlineData(261, 259, BeatFlag.Short)]
    [InlineData(2308, 2250, BeatFlag.Long)]
    public void Beyond_the_limits_there_is_no_NN_and_nothing_is_merged_or_split(double firstMs, double secondMs, BeatFlag flag) =>
        Assert.All(Rows([.. Enumerable.Range(0, 60).Select(i => i % 2 is 0 ? firstMs : secondMs)]), row => Assert.Equal((flag, null), (row.Flag, row.NnMs)));

    [Fact]
    public void A_true_jump_of_level_is_followed()
    {
        var rows = Rows([.. Enumerable.Repeat(1000.0, 40), .. Enumerable.Repeat(600.0, 40)]);

        Assert.All(rows[^30..], row => Assert.Equal((BeatFlag.Ok, 600), (row.Flag, row.NnMs)));
    }

    [Fact]
    public void A_beat_is_decided_five_beats_later_or_by_a_new_segment()
    {
        var corrector = ArtefactCorrection.Create(new());
        List<int> counts = [];
        List<Beat> decided = [];

        foreach (var segment in new[] { 0, 0, 0, 0, 0, 0, 0, 1, 1 })
        {
            corrector.Add(new TimedBeat(0.8 * counts.Count, 800, segment, 5), decided);
            counts.Add(decided.Count);
        }

        corrector.Flush(decided);
        Assert.Equal(Delay, corrector.DelayBeats);
        Assert.Equal([0, 0, 0, 0, 0, 1, 2, 7, 7], counts);
        Assert.Equal(9, decided.Count);
    }

    [Fact]
    public void A_new_segment_knows_nothing_of_the_one_before() =>
        Any.Array[1, 40].Select(Any.Array[1, 40]).Sample((before, after) =>
        {
            var corrector = ArtefactCorrection.Create(new());
            List<Beat> rows = [];
            foreach (var beat in Hearts.Beats(before).Concat(Hearts.Beats(after, 0, 1)))
                corrector.Add(beat, rows);
            corrector.Flush(rows);

            Assert.Equal(Rows(after), rows.Where(row => row.Segment is 1).Select(row => row with { Segment = 0 }));
        });

    [Fact]
    public void What_is_older_than_the_delay_is_the_same_wherever_the_series_ends() =>
        Any.Array[1, 80].Select(Gen.Int[0, 80]).Sample((rrMs, cut) =>
        {
            var part = rrMs[..Math.Min(cut, rrMs.Length)];
            var corrector = ArtefactCorrection.Create(new());
            List<Beat> decided = [];
            foreach (var beat in Hearts.Beats(part))
                corrector.Add(beat, decided);

            Assert.True(decided.Count(row => row.RrMs is not null) >= part.Length - Delay);
            Assert.Equal(Rows(rrMs)[..decided.Count], decided);
        });

    [Fact]
    public void Every_interval_leaves_a_row_in_order_and_the_time_is_kept() =>
        Any.Array[0, 80].Sample(rrMs =>
        {
            var rows = Rows(rrMs);
            var beats = Hearts.Beats(rrMs);

            Assert.Equal(rrMs, rows.Where(row => row.RrMs is not null).Select(row => row.RrMs!.Value));
            Assert.All(rows, row => Assert.True(row.NnMs is null or (>= 270 and <= 2200), $"{row}"));
            Assert.All(rows, row => Assert.True(row.Flag is not BeatFlag.Ok || row.NnMs == row.RrMs, $"{row}"));
            Assert.All(rows, row => Assert.True(row.RrMs is not null || row.Flag is BeatFlag.Missed, $"{row}"));

            // Between two normal intervals: the NN that stand for a stretch are as long as what came in.
            var at = 0;
            var (cameInMs, keptMs, isWhole) = (0.0, 0.0, true);
            foreach (var row in rows)
            {
                if (row.Flag is BeatFlag.Ok)
                {
                    Assert.True(!isWhole || Close.Numbers(cameInMs, keptMs), $"{cameInMs} became {keptMs} before row {at}");
                    (cameInMs, keptMs, isWhole) = (0, 0, true);
                }
                else
                {
                    (cameInMs, keptMs) = (cameInMs + (row.RrMs ?? 0), keptMs + (row.NnMs ?? 0));
                    isWhole &= row.NnMs is not null || row.Flag is BeatFlag.Extra;
                }

                at++;
            }

            if (beats.All(beat => beat.RrMs is > 0 and < 10_000))
                Assert.Equal(rows.Select(row => row.TimeS).Order(), rows.Select(row => row.TimeS));
        });

    [Fact]
    public void A_beat_allocates_nothing_in_the_steady_state()
    {
        var corrector = ArtefactCorrection.Create(new());
        var beats = Hearts.Beats(Injection.Scattered("rest", SyntheticHearts.Rest(1, 3000), 0.05, 1).RrMs);
        var decided = new List<Beat>(2 * beats.Length);
        foreach (var beat in beats.AsSpan(0, 1000))
            corrector.Add(beat, decided);

        Assert.Equal(0, Allocations.Least<TimedBeat>(beats.AsSpan(1000), beat => corrector.Add(beat, decided)));
    }

    private static List<Beat> Rows(double[] rrMs)
    {
        var corrector = ArtefactCorrection.Create(new());
        List<Beat> rows = [];
        foreach (var beat in Hearts.Beats(rrMs))
            corrector.Add(beat, rows);
        corrector.Flush(rows);
        return rows;
    }
}
