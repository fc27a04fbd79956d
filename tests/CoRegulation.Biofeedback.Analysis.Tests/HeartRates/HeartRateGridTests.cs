using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Analysis.HeartRates;
using CsCheck;

namespace CoRegulation.Biofeedback.Analysis.Tests.HeartRates;

public class HeartRateGridTests
{
    [Fact]
    public void Between_two_beats_the_heart_rate_is_interpolated_and_outside_there_is_none()
    {
        var samples = Samples(new Beat(1.1, 1000, 1000, 0, BeatFlag.Ok), new Beat(2.1, 500, 500, 0, BeatFlag.Ok));

        Close.Equal([.. Enumerable.Repeat(double.NaN, 5), 69, 84, 99, 114], samples);
    }

    [Fact]
    public void A_beat_on_the_grid_is_its_own_sample()
    {
        var samples = Samples(new Beat(0, 1000, 1000, 0, BeatFlag.Ok), new Beat(0.5, 500, 500, 0, BeatFlag.Ok));

        Close.Equal([60, 90, 120], samples);
    }

    [Theory]
    [InlineData(3.0, true)]
    [InlineData(3.1, false)]
    public void Artefacts_are_bridged_for_three_seconds_at_most(double untilS, bool bridged)
    {
        var samples = Samples(
            new Beat(0, 1000, 1000, 0, BeatFlag.Ok),
            new Beat(1, 1000, null, 0, BeatFlag.Long),
            new Beat(2, 1000, null, 0, BeatFlag.Long),
            new Beat(untilS, 1000, 1000, 0, BeatFlag.Ok));

        Assert.Equal(bridged, samples.Skip(1).Take(11).All(double.IsFinite));
        Assert.Equal(!bridged, samples.Skip(1).Take(11).All(double.IsNaN));
    }

    [Fact]
    public void No_sample_spans_two_segments() =>
        Gen.Select(Hearts.RrMs, Gen.Double[0, 2], Gen.Frequency((4, Gen.Const(false)), (1, Gen.Const(true)))).Array[2, 60].Sample(steps =>
        {
            var beats = new List<Beat>();
            var (timeS, segment) = (0.0, 0);
            foreach (var (rrMs, pauseS, newSegment) in steps)
            {
                segment += newSegment ? 1 : 0;
                timeS += (rrMs / 1000) + (newSegment ? pauseS : 0);
                beats.Add(new(timeS, rrMs, rrMs, segment, BeatFlag.Ok));
            }

            var samples = Samples([.. beats]);

            for (var k = 0; k < samples.Length; k++)
            {
                var next = beats.FindIndex(beat => beat.TimeS >= k / 4.0);
                var isOnBeat = beats[next].TimeS == k / 4.0;
                var isWithin = next > 0 && beats[next].Segment == beats[next - 1].Segment && beats[next].TimeS - beats[next - 1].TimeS <= 3;
                Assert.Equal(isOnBeat || isWithin, double.IsFinite(samples[k]));
                if (isWithin)
                    Assert.InRange(samples[k], Least(next) - 1e-9, Most(next) + 1e-9);
            }

            double Least(int next) => 60_000 / Math.Max(beats[next].NnMs!.Value, beats[next - 1].NnMs!.Value);
            double Most(int next) => 60_000 / Math.Min(beats[next].NnMs!.Value, beats[next - 1].NnMs!.Value);
        });

    [Fact]
    public void What_is_forgotten_is_missing_and_what_is_not_known_yet_is_refused()
    {
        var grid = new HeartRateGrid(new HeartRateOptions { KeptS = 60 });
        foreach (var beat in Hearts.Following(_ => 60, 0, 100.5))
            grid.Add(beat.Ok());

        Assert.Equal(401, grid.Count);
        Assert.Equal(161, grid.FirstKept);
        Assert.True(double.IsNaN(grid[160]));
        Close.Equal(60, grid[161]);
        Assert.Throws<ArgumentOutOfRangeException>(() => grid[401]);
        Assert.Throws<ArgumentOutOfRangeException>(() => grid[-1]);
    }

    private static double[] Samples(params Beat[] beats)
    {
        var grid = new HeartRateGrid(new HeartRateOptions());
        foreach (var beat in beats)
            grid.Add(beat);
        return [.. Enumerable.Range(0, (int)grid.Count).Select(k => grid[k])];
    }
}
