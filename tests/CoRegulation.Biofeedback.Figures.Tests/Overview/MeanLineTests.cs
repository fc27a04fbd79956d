using CoRegulation.Biofeedback.Figures.Overview;
using CsCheck;

namespace CoRegulation.Biofeedback.Figures.Tests.Overview;

public sealed class MeanLineTests
{
    [Fact]
    public void With_room_for_all_every_sample_is_a_point()
    {
        var (times, bpm) = MeanLine.Of([70, 71, double.NaN, 73], 0, 1, atMost: 100);

        Assert.Equal([0, 0.25, 0.5, 0.75], times);
        Assert.Equal([70, 71, double.NaN, 73], bpm);
    }

    [Fact]
    public void With_less_room_a_point_is_the_mean_at_the_middle_of_its_time()
    {
        var (times, bpm) = MeanLine.Of([70, 72, 74, 76, 60, 62, 64, 66], 0, 2, atMost: 2);

        Assert.Equal([0.375, 1.375], times);
        Assert.Equal([73, 63], bpm);
    }

    [Fact]
    public void A_point_of_which_half_is_missing_is_a_gap() =>
        Assert.Equal([71, double.NaN], MeanLine.Of([70, 72, 71, double.NaN, 60, 62, double.NaN, double.NaN], 0, 2, atMost: 2).Values);

    [Fact]
    public void Only_the_time_wanted_is_there() => Assert.Equal([2, 2.25, 2.5, 2.75, 3], MeanLine.Of(new double[100], 2, 3, atMost: 100).TimesS);

    [Fact]
    public void A_session_that_has_not_come_so_far_has_fewer_points() => Assert.Empty(MeanLine.Of(new double[4], 10, 20, atMost: 100).TimesS);

    [Fact]
    public void The_mean_lies_between_what_it_is_the_mean_of() =>
        Gen.Double[40, 180].Array[1, 500].Select(Gen.Int[1, 200]).Sample((bpm, atMost) =>
        {
            var line = MeanLine.Of(bpm, 0, bpm.Length / 4.0, atMost);
            Assert.InRange(line.Values.Length, 1, atMost + 1);
            Assert.All(line.Values, mean => Assert.InRange(mean, bpm.Min() - 1e-9, bpm.Max() + 1e-9));
        });
}
