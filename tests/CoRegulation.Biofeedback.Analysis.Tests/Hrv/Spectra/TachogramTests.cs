using CoRegulation.Biofeedback.Analysis.Hrv.Spectra;
using CsCheck;
using MathNet.Numerics.Interpolation;

namespace CoRegulation.Biofeedback.Analysis.Tests.Hrv.Spectra;

public class TachogramTests
{
    [Fact]
    public void It_is_the_natural_spline_of_MathNet_at_every_quarter_second() =>
        Hearts.RrMs.Array[2, 80].Sample(nnMs =>
        {
            var timeMs = -nnMs[0];
            var timesMs = Array.ConvertAll(nnMs, nn => timeMs += nn);
            var spline = CubicSpline.InterpolateNatural(timesMs, nnMs);

            var samples = Tachogram.Resample(nnMs).Run(0);

            Assert.Equal((int)(timesMs[^1] / 250) + 1, samples.Length);
            for (var k = 0; k < samples.Length; k++)
                Close.Equal(spline.Interpolate(250.0 * k), samples[k], 1e-12, $"{k}");
        });

    [Fact]
    public void The_last_sample_does_not_hang_on_rounding()
    {
        // Ten intervals of 0.1 s add up to less than 1 s in seconds, and to 1000 ms in ms.
        Assert.Equal(5, Tachogram.Resample([.. Enumerable.Repeat(100.0, 11)]).Run(0).Length);
        Assert.Equal(4, Tachogram.Resample([700, 999.9]).Run(0).Length);
    }

    [Fact]
    public void A_beat_on_the_grid_keeps_its_interval()
    {
        var samples = Tachogram.Resample([800, 750, 1000, 500]).Run(0);

        Assert.Equal([800, 750, 1000, 500], new[] { samples[0], samples[3], samples[7], samples[9] }, (x, y) => Close.Numbers(x, y, 1e-14));
    }

    [Fact]
    public void Breaks_at_the_ends_and_twice_in_a_row_make_no_empty_runs()
    {
        var tachogram = Tachogram.Resample([double.NaN, 800, 810, double.NaN, double.NaN, 900, double.NaN]);

        Assert.Equal((2, 4), (tachogram.RunCount, tachogram.LongestRun));
        Assert.Equal([900], tachogram.Run(1).ToArray());
    }

    [Fact]
    public void What_is_no_interval_is_refused() =>
        Assert.All<double[]>(
            [[], [double.NaN], [800, 0], [800, -1], [800, double.PositiveInfinity], [800, 1e18]],
            nnMs => Assert.Throws<ArgumentException>(() => Tachogram.Resample(nnMs)));
}
