using System.Collections.Immutable;
using CoRegulation.Biofeedback.Sessions.Import;
using CoRegulation.Biofeedback.Sessions.Recording;
using CoRegulation.Biofeedback.Sessions.Series;
using CsCheck;

namespace CoRegulation.Biofeedback.Sessions.Tests.Series;

public class SeriesHrvTests
{
    private static readonly Gen<double[]> Intervals = Gen.Double[300, 3000].Array[1, 60];

    [Fact]
    public void Any_cut_in_two_keeps_every_row_once() =>
        Intervals.Select(Gen.Int[1, 1000]).Sample((rrMs, cut) =>
        {
            var series = Of(rrMs);
            var at = 1 + (cut % Math.Max(1, rrMs.Length - 1));
            if (at >= rrMs.Length)
                return;

            var whole = SeriesHrv.Corrected(series, default, new(), new());
            var first = SeriesHrv.Corrected(series, RrPart.Places(0, at), new(), new());
            var second = SeriesHrv.Corrected(series, RrPart.Places(at, rrMs.Length), new(), new());

            Assert.Equal(whole.Rows, first.Rows.Concat(second.Rows));
            Assert.Equal(whole.DurationS, first.DurationS + second.DurationS, 9);
        });

    [Fact]
    public void A_stretch_of_time_holds_the_beats_that_close_within_it() =>
        Intervals.Select(Gen.Double[0, 30], Gen.Double[0.1, 30]).Sample((rrMs, fromS, lengthS) =>
        {
            var closesS = new double[rrMs.Length];
            for (var i = 1; i < rrMs.Length; i++)
                closesS[i] = closesS[i - 1] + (rrMs[i] / 1000);
            var expected = Enumerable.Range(0, rrMs.Length).Where(i => closesS[i] >= fromS && closesS[i] < fromS + lengthS).ToArray();

            if (expected is [])
                Assert.Throws<RecordingException>(() => RrPart.Time(fromS, fromS + lengthS).Of(Of(rrMs)));
            else
                Assert.Equal((expected[0], expected[^1] + 1), RrPart.Time(fromS, fromS + lengthS).Of(Of(rrMs)));
        });

    [Fact]
    public void The_first_closing_beat_stands_at_0_also_of_a_part()
    {
        var series = Of([900, 1000, 1100, 1200]);

        Assert.Equal([0, 1, 2.1, 3.3], SeriesHrv.Raw(series, default, new()).Rows.Select(row => row.TimeS));
        Assert.Equal([2.1, 3.3], SeriesHrv.Raw(series, RrPart.Places(2, 4), new()).Rows.Select(row => row.TimeS));
    }

    private static RrSeries Of(double[] rrMs) =>
        new() { Path = "rr.txt", Unit = RrUnit.Milliseconds, Column = null, IntervalsMs = ImmutableArray.Create(rrMs) };
}
