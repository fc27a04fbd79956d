using CoRegulation.Biofeedback.Analysis.Synchrony;
using CsCheck;

namespace CoRegulation.Biofeedback.Analysis.Tests.Synchrony;

public class LaggedCorrelationTests
{
    private static readonly Gen<double[]> Series = Gen.Double[40, 180].Array[12];

    [Fact]
    public void Agrees_with_Python_at_every_lag()
    {
        var golden = GoldenFile.Read("lagged-correlation.json");
        var (a, b) = (golden.GetProperty("a").Numbers(), golden.GetProperty("b").Numbers());

        Close.Equal(golden.GetProperty("r").Numbers(), LaggedCorrelation.Compute(a, b, golden.GetProperty("maxLag").GetInt32()), 1e-12);
    }

    [Fact]
    public void Every_window_agrees_with_Python()
    {
        var golden = GoldenFile.Read("lagged-correlation.json");
        double[][] expected = [.. golden.GetProperty("windows").EnumerateArray().Select(SharedFolder.Numbers)];
        var options = new SynchronyOptions { WindowS = 10, StepS = 1, MaxLagS = 2 };

        var windows = WindowedCorrelation.Compute(golden.GetProperty("a").Numbers(), golden.GetProperty("b").Numbers(), options);

        Assert.Equal(expected.Length, windows.Length);
        for (var w = 0; w < windows.Length; w++)
            Close.Equal(expected[w], windows[w].R.ToArray(), 1e-12, $"window {w}");
    }

    [Fact]
    public void B_as_a_later_copy_of_A_peaks_at_a_positive_lag()
    {
        double[] a = [.. Enumerable.Range(0, 100).Select(i => Math.Sin(i * i / 60.0))];
        double[] b = [.. Enumerable.Range(0, 100).Select(i => Math.Sin((i - 3) * (i - 3) / 60.0))];

        var r = LaggedCorrelation.Compute(a, b, 8);

        Close.Equal(1, r[8 + 3]);
        Assert.Equal(8 + 3, Array.IndexOf(r, r.Max()));
    }

    [Fact]
    public void Swapping_the_people_mirrors_the_lags() =>
        Series.Select(Series).Sample((a, b) =>
        {
            Close.Equal([.. LaggedCorrelation.Compute(a, b, 5).Reverse()], LaggedCorrelation.Compute(b, a, 5));
            Close.Equal([.. LaggedCorrelation.ComputeBiased(a, b, 5).Reverse()], LaggedCorrelation.ComputeBiased(b, a, 5));
        });

    [Fact]
    public void Units_do_not_matter() =>
        Series.Select(Series, Gen.Double[0.1, 10], Gen.Double[-50, 50]).Sample((a, b, scale, offset) =>
            Close.Equal(LaggedCorrelation.Compute(a, b, 5), LaggedCorrelation.Compute(Array.ConvertAll(a, x => (scale * x) + offset), b, 5)));

    [Fact]
    public void Lag_0_is_the_correlation_of_MathNet() =>
        Series.Select(Series).Sample((a, b) =>
            Close.Equal(MathNet.Numerics.Statistics.Correlation.Pearson(a, b), LaggedCorrelation.Compute(a, b, 0)[0]));

    [Fact]
    public void A_constant_series_has_no_correlation() =>
        Gen.Double[40, 180].Select(Gen.Int[2, 90]).Sample((level, n) =>
        {
            double[] flat = [.. Enumerable.Repeat(level, n)];
            double[] ramp = [.. Enumerable.Range(0, n).Select(i => (double)i)];
            Assert.True(double.IsNaN(LaggedCorrelation.Compute(flat, ramp, 0)[0]));
            Assert.True(double.IsNaN(LaggedCorrelation.Compute(ramp, flat, 0)[0]));
            Assert.True(double.IsNaN(LaggedCorrelation.ComputeBiased(flat, ramp, 0)[0]));
        });

    [Fact]
    public void A_missing_sample_leaves_no_value_at_the_lags_that_need_it()
    {
        double[] a = [double.NaN, 2, 1, 4, 3, 6];
        double[] b = [1, 3, 2, 5, 4, 6];

        Assert.Equal([false, false, true, true, true], LaggedCorrelation.Compute(a, b, 2).Select(double.IsNaN));
    }

    [Fact]
    public void Series_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => LaggedCorrelation.Compute([1, 2, 3], [1, 2], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => LaggedCorrelation.Compute([1, 2, 3], [1, 2, 4], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => LaggedCorrelation.Compute([1, 2, 3], [1, 2, 4], -1));
    }
}
