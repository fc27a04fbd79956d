using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Analysis.HeartRates;

namespace CoRegulation.Biofeedback.Analysis.Tests.HeartRates;

public class HeartRateGridReferenceTests
{
    [Theory]
    [InlineData("real1_nsr_10min", "a", 1)]
    [InlineData("real1_nsr_10min", "b", 2)]
    [InlineData("real2_nsr_5min", "a", 1)]
    [InlineData("real2_nsr_5min", "b", 2)]
    public void Beats_of_real_hearts_give_the_reference_series(string pair, string person, int column)
    {
        var beats = SharedFolder.Columns($"golden/synchrony/inputs/{pair}_{person}_beats.csv");
        var expected = SharedFolder.Columns($"golden/synchrony/inputs/{pair}.csv")[column];
        var grid = new HeartRateGrid(new HeartRateOptions { KeptS = 1200 });

        foreach (var (timeS, rrMs) in beats[0].Zip(beats[1]))
            grid.Add(new Beat(timeS, rrMs, rrMs, 0, BeatFlag.Ok));

        Assert.True(grid.Count >= expected.Length);
        for (var k = 0; k < expected.Length; k++)
            Close.Equal(expected[k], grid[k], 1e-5 / expected[k], $"sample {k}");
    }
}
