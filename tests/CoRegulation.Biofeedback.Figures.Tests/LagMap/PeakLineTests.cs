using CoRegulation.Biofeedback.Figures.LagMap;

namespace CoRegulation.Biofeedback.Figures.Tests.LagMap;

public sealed class PeakLineTests
{
    [Fact]
    public void The_line_follows_the_lag_of_the_highest_r()
    {
        var line = Assert.Single(PeakLine.Of(Maps.Following(windows: 10, byS: 2)));

        Assert.Equal(10, line.Count);
        Assert.All(line, point => Assert.Equal(2, point.LagS));
        Assert.Equal((30, 75), (line[0].TimeS, line[^1].TimeS));
    }

    [Fact]
    public void A_gap_breaks_the_line() =>
        Assert.Equal([7, 8], PeakLine.Of(Maps.Of(16, (i, lagS) => i == 7 ? double.NaN : 0.9 - 0.2 * Math.Abs(lagS))).Select(line => line.Count));

    [Fact]
    public void A_window_that_is_left_out_breaks_the_line()
    {
        var map = Maps.Following(windows: 16, byS: 1);

        Assert.Equal([7, 8], PeakLine.Of(map with { Windows = map.Windows.RemoveAt(7) }).Select(line => line.Count));
    }

    [Fact]
    public void A_lag_that_leaps_breaks_the_line() =>
        Assert.Equal([8, 7], PeakLine.Of(Maps.Of(15, (i, lagS) => 0.9 - 0.2 * Math.Abs(lagS - (i < 8 ? -2 : 2)))).Select(line => line.Count));

    [Fact]
    public void Nothing_is_drawn_of_a_weak_correlation() => Assert.Empty(PeakLine.Of(Maps.Of(10, (_, lagS) => 0.49 - 0.1 * Math.Abs(lagS))));

    [Fact]
    public void Nothing_is_drawn_of_a_stretch_whose_windows_all_share_samples()
    {
        Assert.Empty(PeakLine.Of(Maps.Following(windows: 6, byS: 0)));
        Assert.Single(PeakLine.Of(Maps.Following(windows: 7, byS: 0)));
    }

    // It may go on rising beyond the lags that were looked at.
    [Fact]
    public void Nothing_is_drawn_of_a_peak_at_the_largest_lag() => Assert.Empty(PeakLine.Of(Maps.Following(windows: 10, byS: 5)));
}
