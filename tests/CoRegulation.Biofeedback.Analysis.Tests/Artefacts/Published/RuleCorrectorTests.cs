using CoRegulation.Biofeedback.Analysis.Artefacts;
using CoRegulation.Biofeedback.Analysis.Beats;
using CsCheck;

namespace CoRegulation.Biofeedback.Analysis.Tests.Artefacts.Published;

public class RuleCorrectorTests
{
    private static readonly double[] Impossible = [0, -1, double.NaN, double.PositiveInfinity, 65535];
    private static readonly CorrectionMethod[] Methods =
        [CorrectionMethod.LipponenTarvainen, CorrectionMethod.LocalMedian, CorrectionMethod.Malik, CorrectionMethod.Kamath, CorrectionMethod.None];

    private static readonly Gen<TimedBeat[]> AnyBeats =
        Gen.Select(Gen.Frequency((8, Gen.Double[700, 900]), (1, Gen.Double[200, 2000]), (1, Gen.Int[0, 4].Select(i => Impossible[i]))), Gen.Int[0, 50])
            .Array[0, 150].Select(items =>
            {
                var segment = 0;
                return items.Select((item, i) => new TimedBeat(i, item.Item1, segment += item.Item2 is 0 ? 1 : 0, 5)).ToArray();
            });

    [Fact]
    public void A_stream_decides_each_beat_after_its_delay_and_never_otherwise_than_the_whole() =>
        AnyBeats.Select(Gen.Int[0, 4], Gen.Int[0, 150]).Sample((beats, which, cut) =>
        {
            var options = new ArtefactOptions { Method = Methods[which] };
            var whole = Rows(ArtefactCorrection.Create(options), beats);
            var corrector = ArtefactCorrection.Create(options);
            List<Beat> decided = [];
            cut = Math.Min(cut, beats.Length);

            foreach (var beat in beats[..cut])
                corrector.Add(beat, decided);

            var inSegment = cut is 0 ? 0 : beats[..cut].Count(beat => beat.Segment == beats[cut - 1].Segment);
            Assert.Equal(cut - Math.Min(corrector.DelayBeats, inSegment), decided.Count(row => row.RrMs is not null));
            AssertSame(whole.Take(decided.Count), decided);
        });

    [Fact]
    public void A_flush_forgets_all_that_was_before() =>
        AnyBeats.Select(AnyBeats, Gen.Int[0, 4]).Sample((before, beats, which) =>
        {
            var options = new ArtefactOptions { Method = Methods[which] };
            var used = ArtefactCorrection.Create(options);
            Rows(used, before);

            AssertSame(Rows(ArtefactCorrection.Create(options), beats), Rows(used, beats));
        });

    [Fact]
    public void Every_interval_leaves_its_row_and_an_NN_is_an_interval() =>
        AnyBeats.Select(Gen.Int[0, 4]).Sample((beats, which) =>
        {
            var rows = Rows(ArtefactCorrection.Create(new() { Method = Methods[which] }), beats);

            Assert.Equal(beats.Select(beat => ((double?)beat.RrMs, beat.Segment)), rows.Where(row => row.RrMs is not null).Select(row => (row.RrMs, row.Segment)));
            Assert.Equal(beats.Select(beat => beat.TimeS), rows.Where((row, i) => i + 1 == rows.Count || rows[i + 1].RrMs is not null).Select(row => row.TimeS));
            Assert.All(rows, row => Assert.True(row.NnMs is null or (> 0 and <= 65535)));
            Assert.All(rows.Where(row => row.Flag is BeatFlag.Gap), row => Assert.Null(row.NnMs));
        });

    [Fact]
    public void None_takes_every_interval_as_it_is()
    {
        var rows = ArtefactCorrection.Correct([800, 1600, 300, 9000], new() { Method = CorrectionMethod.None });

        Assert.Equal([800, 1600, 300, 9000], rows.Select(row => row.NnMs!.Value));
        Assert.All(rows, row => Assert.Equal((BeatFlag.Ok, row.RrMs), (row.Flag, row.NnMs)));
    }

    [Theory]
    [InlineData(CorrectionMethod.None)]
    [InlineData(CorrectionMethod.Malik)]
    [InlineData(CorrectionMethod.LipponenTarvainen)]
    public void What_is_no_interval_is_a_gap_without_a_value(CorrectionMethod method)
    {
        var rows = Rows(ArtefactCorrection.Create(new() { Method = method }), [.. new[] { 800.0, 0, double.NaN, 810 }.Select((rr, i) => new TimedBeat(i, rr, 0, 5))]);

        Assert.Equal([BeatFlag.Ok, BeatFlag.Gap, BeatFlag.Gap, BeatFlag.Ok], rows.Select(row => row.Flag));
        Assert.Equal([800, null, null, 810], rows.Select(row => row.NnMs));
    }

    [Fact]
    public void A_run_is_interpolated_over_the_index_of_its_beats() =>
        Assert.Equal([800, 810, 820, 830, 840, 850, 860], NnOfLocalMedian([800, 810, 1100, 1100, 840, 850, 860]));

    [Fact]
    public void At_the_ends_of_a_segment_the_nearest_accepted_interval_is_held() =>
        Assert.Equal([800, 800, 810, 820, 830, 840, 850, 850], NnOfLocalMedian([1200, 800, 810, 820, 830, 840, 850, 1200]));

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void A_run_of_more_than_ten_gets_no_value(int length, bool isFilled)
    {
        double[] run = [.. Enumerable.Range(0, length).Select(i => i % 2 is 0 ? 500.0 : 800)];

        var rows = ArtefactCorrection.Correct([800, .. run, .. length % 2 is 0 ? new[] { 800.0 } : [500, 500]], new() { Method = CorrectionMethod.Malik });

        Assert.All(rows.Skip(1).Take(length), row => Assert.NotEqual(BeatFlag.Ok, row.Flag));
        Assert.All(rows.Skip(1).Take(length), row => Assert.Equal(isFilled, row.NnMs is not null));
        Assert.Equal(BeatFlag.Ok, rows[^1].Flag);
    }

    [Theory]
    [InlineData(3590, BeatFlag.Long, 800.0)]
    [InlineData(3600, BeatFlag.Gap, null)]
    public void An_interval_that_would_hold_more_than_four_is_a_gap(double rrMs, BeatFlag flag, double? nnMs)
    {
        var row = ArtefactCorrection.Correct([800, 800, 800, rrMs, 800, 800, 800], new() { Method = CorrectionMethod.LocalMedian })[3];

        Assert.Equal((flag, nnMs), (row.Flag, row.NnMs));
    }

    private static IEnumerable<double> NnOfLocalMedian(double[] rrMs) =>
        ArtefactCorrection.Correct(rrMs, new() { Method = CorrectionMethod.LocalMedian }).Select(row => Math.Round(row.NnMs!.Value, 9));

    private static List<Beat> Rows(IArtefactCorrector corrector, TimedBeat[] beats)
    {
        List<Beat> rows = [];
        foreach (var beat in beats)
            corrector.Add(beat, rows);
        corrector.Flush(rows);
        return rows;
    }

    private static void AssertSame(IEnumerable<Beat> expected, IEnumerable<Beat> actual) =>
        Assert.Equal(expected.Select(row => row.ToString()), actual.Select(row => row.ToString())); // NaN equals NaN there
}
