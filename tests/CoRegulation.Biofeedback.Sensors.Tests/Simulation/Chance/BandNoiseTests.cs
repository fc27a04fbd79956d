using CoRegulation.Biofeedback.Sensors.Simulation.Chance;

namespace CoRegulation.Biofeedback.Sensors.Tests.Simulation.Chance;

public class BandNoiseTests
{
    [Theory]
    [InlineData(0.001, 0.005, false)]
    [InlineData(0.005, 0.05, false)]
    [InlineData(0.088, 0.112, true)]
    public void Noise_has_RMS_1_and_its_power_lies_in_its_band_as_asked(double lowHz, double highHz, bool flat)
    {
        // Long against the slowest wave; twelve seeds, because each gives one spectrum only.
        var stepS = 0.25 / highHz;
        var series = Enumerable.Range(0, 12)
            .Select(seed => BandNoise.Generate(new(seed, "noise"), lowHz, highHz, flat, startS: 0, stepS, count: 1000)).ToArray();

        Assert.Equal(1, Statistics.Rms(series.SelectMany(values => values)), 0.03);
        Assert.All(series, values => Assert.InRange(Statistics.PowerShare(values, stepS, 0.9 * lowHz, 1.05 * highHz), 0.97, 1));
        // Halves of equal power: of log f for 1/f noise, of f for flat noise.
        var middleHz = flat ? (lowHz + highHz) / 2 : Math.Sqrt(lowHz * highHz);
        Assert.Equal(0.5, series.Average(values => Statistics.PowerShare(values, stepS, 0, middleHz)), 0.06);
    }

    [Fact]
    public void It_starts_at_any_time_of_the_same_endless_noise()
    {
        var whole = Generate(-20, 1000);
        var later = Generate(30, 0);

        Assert.Equal(whole[1000..], Generate(-20, 1400)[1000..][..(whole.Length - 1000)]);
        Assert.Equal(whole[1000], later[0], 1e-12);
        Assert.Equal(whole[1300], later[300], 1e-12);

        static double[] Generate(double startS, int more) => BandNoise.Generate(new(1, "noise"), 0.005, 0.05, false, startS, 0.05, 400 + more);
    }
}
