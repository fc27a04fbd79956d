using CoRegulation.Biofeedback.Analysis.Statistics;
using CsCheck;
using MathNet.Numerics.Statistics;

namespace CoRegulation.Biofeedback.Analysis.Tests.Statistics;

public class SortedWindowTests
{
    // Whole numbers make ties likely.
    private static readonly Gen<double> Sample =
        Gen.Frequency((5, Gen.Double[40, 180]), (5, Gen.Int[60, 70].Select(i => (double)i)), (1, Gen.Const(double.NaN)));

    [Fact]
    public void Median_quantiles_and_median_deviation_are_those_of_the_last_samples() =>
        Sample.Array[1, 300].Select(Gen.Int[1, 60], Gen.Frequency((4, Gen.Double[0, 1]), (1, Gen.Const(0.0)), (1, Gen.Const(1.0)))).Sample((samples, capacity, share) =>
        {
            var window = new SortedWindow(capacity);
            for (var i = 0; i < samples.Length; i++)
            {
                window.Add(samples[i]);

                var last = samples[Math.Max(0, i + 1 - capacity)..(i + 1)].Where(double.IsFinite).ToArray();
                Assert.Equal(last.Length, window.Finite);
                Close.Equal(Median(last), window.Median, 1e-12, "median");
                Close.Equal(Median([.. last.Select(x => Math.Abs(x - Median(last)))]), window.MedianDeviation(), 1e-12, "deviation");
                Close.Equal(last.QuantileCustom(share, QuantileDefinition.R7), window.Quantile(share), 1e-12, "quantile");
            }
        }, iter: 300);

    [Fact]
    public void Memory_grows_only_as_far_as_it_is_used()
    {
        var window = new SortedWindow(5000);
        for (var i = 0; i < 12_000; i++)
            window.Add(i);

        Assert.Equal((5000, 9499.5), (window.Count, window.Median));
        window.Clear();
        window.Add(1);
        Assert.Equal((1, 1.0), (window.Count, window.Median));
    }

    private static double Median(double[] x)
    {
        Array.Sort(x);
        return x.Length is 0 ? double.NaN : (x[(x.Length - 1) / 2] + x[x.Length / 2]) / 2;
    }
}
