using System.Text.Json;
using CoRegulation.Biofeedback.Analysis.Convergence;
using CsCheck;

namespace CoRegulation.Biofeedback.Analysis.Tests.Convergence;

public class SenFitTests
{
    private const double Z95 = 1.959963984540054;

    [Fact]
    public void Slope_and_interval_agree_with_Python()
    {
        foreach (var series in GoldenFile.Read("sen-interval.json").EnumerateArray())
        {
            var y = series.GetProperty("y").Numbers();
            var fit = new SenFit(y.Length);

            fit.Fit(y, series.GetProperty("least").GetDouble());

            var (low, high) = fit.Interval(Z95);
            Close.Equal(series.GetProperty("slope").GetDouble(), fit.Slope, 1e-12);
            Close.Equal(Number(series.GetProperty("low")), low, 1e-12);
            Close.Equal(Number(series.GetProperty("high")), high, 1e-12);
        }
    }

    [Fact]
    public void The_interval_holds_the_slope_and_is_wider_the_more_neighbours_are_alike() =>
        Gen.Double[50, 100].Array[9, 60].Sample(y =>
        {
            var fit = new SenFit(y.Length);
            fit.Fit(y, leastAutocorrelation: 0);
            var free = fit.Interval(Z95);
            fit.Fit(y, leastAutocorrelation: 0.5);
            var alike = fit.Interval(Z95);

            Assert.False(fit.Slope < free.Low || fit.Slope > free.High);
            Assert.False(alike.Low > free.Low || alike.High < free.High);
        });

    [Fact]
    public void Fewer_than_nine_points_bound_nothing()
    {
        double[] y = [.. Enumerable.Range(0, 9).Select(i => (double)i)];
        var fit = new SenFit(y.Length);

        fit.Fit(y.AsSpan(0, 8), leastAutocorrelation: 0.5);
        Assert.Equal((double.NaN, double.NaN), fit.Interval(Z95));
        fit.Fit(y, leastAutocorrelation: 0.5);
        Assert.Equal((1.0, 1.0), fit.Interval(Z95));
    }

    [Fact]
    public void The_best_monotone_fit_never_falls_and_no_block_can_be_bettered() =>
        Gen.Int[0, 20].Array[1, 30].Sample(whole =>
        {
            double[] y = [.. whole.Select(value => (double)value)];
            var fitted = new MonotoneFit(y.Length).Fit(y, isRising: true).ToArray();

            for (var i = 1; i < y.Length; i++)
                Assert.True(fitted[i] >= fitted[i - 1] - 1e-12);
            // Optimal: of each block the rest sums to 0, and its beginning never lies above it.
            for (var from = 0; from < y.Length;)
            {
                var to = from;
                var sum = 0.0;
                for (; to < y.Length && fitted[to] == fitted[from]; to++)
                {
                    sum += y[to] - fitted[to];
                    Assert.True(sum >= -1e-9);
                }

                Close.Equal(0, sum, 1e-9);
                from = to;
            }
        });

    private static double Number(JsonElement element) => element.ValueKind is JsonValueKind.Null ? double.NaN : element.GetDouble();
}
