using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Analysis.Hrv;

namespace CoRegulation.Biofeedback.Analysis.Tests.Hrv;

public class HrvTableTests
{
    private static readonly HrvOptions Options = new();

    [Fact]
    public void Each_row_holds_the_beats_of_its_window_and_no_other()
    {
        var beats = Hearts.Following(t => 70 + (10 * Math.Sin(t / 9)), 0, 400).Select(Hearts.Ok).ToArray();

        var rows = HrvTable.Compute(beats, Options).ToArray();

        Assert.Equal(
            [(0, 60), (60, 120), (0, 120), (120, 180), (0, 180), (180, 240), (0, 240), (240, 300), (0, 300), (300, 360), (60, 360)],
            rows.Select(row => (row.StartS, row.EndS)));
        foreach (var row in rows)
        {
            var nnMs = beats.Where(beat => beat.TimeS > row.StartS && beat.TimeS <= row.EndS).Select(beat => beat.NnMs!.Value).ToArray();
            Close.Equal(TimeDomain.Compute(nnMs).RmssdMs, Value(row, "rmssd"), 1e-9, "rmssd");
            Close.Equal(row.EndS - row.StartS > 120 ? TimeDomain.Compute(nnMs).SdnnMs : double.NaN, Value(row, "sdnn"), 1e-9, "sdnn");
        }
    }

    [Fact]
    public void A_minute_without_enough_beats_has_a_row_without_values()
    {
        var beats = Hearts.Following(_ => 60, 0, 65).Concat(Hearts.Following(_ => 60, 110, 190, segment: 1)).Select(Hearts.Ok);

        var rows = HrvTable.Compute(beats, Options).Where(row => row.EndS - row.StartS <= 60).ToArray();

        Assert.Equal([false, true, false], rows.Select(row => double.IsNaN(Value(row, "rmssd"))));
    }

    [Fact]
    public void More_than_a_fifth_of_artefacts_leaves_no_value()
    {
        var beats = Hearts.Following(_ => 60, 0, 65)
            .Select((beat, i) => i % 4 is 0 ? new Beat(beat.TimeS, beat.RrMs, null, 0, BeatFlag.Long) : beat.Ok());

        var row = Assert.Single(HrvTable.Compute(beats, Options));

        Assert.All(row.Values, value => Assert.EndsWith(" % of beats corrected or left out, has 25 %", value.Missing, StringComparison.Ordinal));
        Close.Equal(0.25, row.Quality.CorrectedShare);
    }

    private static double Value(HrvRow row, string key) =>
        row.Values[HrvMetrics.All(Options).Select(metric => metric.Key).ToList().IndexOf(key)].Value;
}
