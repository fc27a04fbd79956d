using CoRegulation.Biofeedback.Analysis.Artefacts;
using CoRegulation.Biofeedback.Analysis.Beats;
using CsCheck;

namespace CoRegulation.Biofeedback.Analysis.Tests.Artefacts;

public class ArtefactFilterTests
{
    private static readonly double[] Impossible = [0, -1, double.NaN, 65535];

    [Theory]
    [InlineData(BeatFlag.Missed, 1600)]
    [InlineData(BeatFlag.Missed, 2400)]
    [InlineData(BeatFlag.Long, 1100)]
    [InlineData(BeatFlag.Short, 500)]
    [InlineData(BeatFlag.Short, 0)]
    [InlineData(BeatFlag.Gap, 8000)]
    [InlineData(BeatFlag.Gap, double.PositiveInfinity)]
    public void One_wrong_interval_gets_its_flag(BeatFlag flag, double rrMs)
    {
        var decided = Decide([800, 810, 790, 805, 800, rrMs, 795, 800, 810, 805]);

        Assert.Equal([.. Enumerable.Repeat(BeatFlag.Ok, 5), flag, .. Enumerable.Repeat(BeatFlag.Ok, 4)], decided.Select(beat => beat.Flag));
    }

    [Theory]
    [InlineData(BeatFlag.Extra, 320, 480)]
    [InlineData(BeatFlag.Extra, 560, 240)]
    [InlineData(BeatFlag.Extra, 240, 560)]
    [InlineData(BeatFlag.Ectopic, 540, 1060)]
    [InlineData(BeatFlag.Ectopic, 580, 950)]
    public void Two_wrong_intervals_that_belong_together_get_one_flag(BeatFlag flag, double firstMs, double secondMs)
    {
        var decided = Decide([800, 810, 790, 805, 800, firstMs, secondMs, 795, 800, 810]);

        Assert.Equal([flag, flag], decided.Where(beat => beat.Flag is not BeatFlag.Ok).Select(beat => beat.Flag));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_segment_may_begin_with_an_artefact(int at)
    {
        double[] rrMs = [800, 810, 790, 805, 800, 795];
        rrMs[at] = 1600;

        var decided = Decide(rrMs);

        Assert.Equal(at, Assert.Single(Enumerable.Range(0, 6), i => decided[i].Flag is not BeatFlag.Ok));
    }

    [Fact]
    public void A_true_jump_of_level_is_followed_within_ten_beats()
    {
        var decided = Decide([.. Enumerable.Repeat(1000.0, 20), .. Enumerable.Repeat(600.0, 20)]);

        Assert.InRange(decided.Count(beat => beat.Flag is not BeatFlag.Ok), 0, 10);
        Assert.All(decided[30..], beat => Assert.Equal(BeatFlag.Ok, beat.Flag));
    }

    [Fact]
    public void A_new_segment_knows_nothing_of_the_level_before()
    {
        var filter = new ArtefactFilter();
        List<Beat> decided = [];
        for (var i = 0; i < 20; i++)
            filter.Add(new TimedBeat(i, i < 10 ? 1000 : 600, i / 10, 5), decided);

        filter.Flush(decided);

        Assert.All(decided, beat => Assert.Equal(BeatFlag.Ok, beat.Flag));
    }

    [Fact]
    public void A_beat_is_decided_two_beats_later_or_by_a_new_segment()
    {
        var filter = new ArtefactFilter();
        List<int> counts = [];
        List<Beat> decided = [];

        foreach (var segment in new[] { 0, 0, 0, 0, 1, 1 })
        {
            filter.Add(new TimedBeat(counts.Count, 800, segment, 5), decided);
            counts.Add(decided.Count);
        }

        filter.Flush(decided);
        Assert.Equal([0, 0, 1, 2, 4, 4], counts);
        Assert.Equal(6, decided.Count);
    }

    [Fact]
    public void Whatever_comes_in_goes_out_once_in_order_and_at_its_place() =>
        Gen.Select(Gen.Frequency((6, Gen.Double[600, 1100]), (1, Gen.Double), (1, Gen.Int[0, 3].Select(i => Impossible[i]))), Gen.Int[0, 3])
            .Array[0, 60].Sample(input =>
            {
                var filter = new ArtefactFilter();
                List<Beat> decided = [];
                TimedBeat[] beats = [.. input.Select((item, i) => new TimedBeat(i, item.Item1, item.Item2 is 0 ? i / 10 : i / 20, 5))];

                foreach (var beat in beats)
                    filter.Add(beat, decided);
                filter.Flush(decided);

                Assert.Equal(beats.Select(beat => (beat.TimeS, (double?)beat.RrMs, beat.Segment)), decided.Select(beat => (beat.TimeS, beat.RrMs, beat.Segment)));
                Assert.All(decided, beat => Assert.Equal(beat.Flag is BeatFlag.Ok ? beat.RrMs : null, beat.NnMs));
                Assert.All(decided, beat => Assert.True(beat.NnMs is null or (>= 270 and <= 2200)));
            });

    // Halves and doubles are exact: 750 beside 1000 stays on the very threshold.
    [Fact]
    public void Halving_and_doubling_time_changes_no_flag_within_the_absolute_limits() =>
        Gen.Double[600, 1050].Array[1, 40].Select(Gen.Int[0, 1]).Sample((rrMs, doubled) =>
            Assert.Equal(Decide(rrMs).Select(beat => beat.Flag), Decide(Array.ConvertAll(rrMs, rr => rr * (doubled is 1 ? 2 : 0.5))).Select(beat => beat.Flag)));

    private static List<Beat> Decide(double[] rrMs)
    {
        var filter = new ArtefactFilter();
        List<Beat> decided = [];
        for (var i = 0; i < rrMs.Length; i++)
            filter.Add(new TimedBeat(i, rrMs[i], 0, 5), decided);
        filter.Flush(decided);
        return decided;
    }
}
