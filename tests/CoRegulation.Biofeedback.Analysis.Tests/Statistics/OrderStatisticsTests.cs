using CoRegulation.Biofeedback.Analysis.Statistics;
using CsCheck;
using MathNet.Numerics.Statistics;

namespace CoRegulation.Biofeedback.Analysis.Tests.Statistics;

public class OrderStatisticsTests
{
    private static readonly Gen<double[]> AnyShape = Gen.OneOf(
        Hearts.RrMs.Array[1, 2000],
        Gen.Int[600, 640].Select(nn => (double)nn).Array[1, 2000],
        Gen.Select(Gen.Double[0, 1e300], Gen.Double[1e-300, 1e-290], Gen.Double[800, 800.0001]).Select((far, near, same) => new[] { far, near, same, same, 0 })
            .Array[1, 400].Select(parts => parts.SelectMany(part => part).ToArray()));

    [Fact]
    public void Quantiles_are_those_of_the_sorted_values() =>
        AnyShape.Sample(values =>
        {
            double[] p = [0, 0.2, 0.25, 0.5, 0.75, 0.8, 1];
            var quantiles = new double[p.Length];
            OrderStatistics.Quantiles(values, p, quantiles);

            double[] sorted = [.. values.Order()];
            Assert.Equal((sorted[0], sorted[^1]), (quantiles[0], quantiles[^1]));
            for (var q = 0; q < p.Length; q++)
            {
                var expected = SortedArrayStatistics.QuantileCustom(sorted, p[q], QuantileDefinition.R7);
                Close.Equal(expected, quantiles[q], 1e-9, $"{p[q]}");
            }
        });
}
