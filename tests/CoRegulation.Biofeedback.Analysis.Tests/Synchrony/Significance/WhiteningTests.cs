using System.Numerics;
using CoRegulation.Biofeedback.Analysis.Synchrony.Significance;

namespace CoRegulation.Biofeedback.Analysis.Tests.Synchrony.Significance;

public class WhiteningTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(40)]
    public void A_band_of_even_power_is_weighed_evenly_however_few_its_bins(int bins)
    {
        var weights = Whitening.Weights(Enumerable.Repeat(new Complex(3, 4), bins).ToArray(), reach: 5);

        Assert.Equal(bins, weights.Length);
        // Power 25, and a fiftieth of it as the floor.
        Assert.All(weights, weight => Assert.Equal(1 / Math.Sqrt(25 * 1.02), weight, 1e-12));
    }
}
