using System.Numerics;
using CoRegulation.Biofeedback.Analysis.Hrv.Spectra;
using CsCheck;
using MathNet.Numerics.IntegralTransforms;

namespace CoRegulation.Biofeedback.Analysis.Tests.Hrv.Spectra;

public class RealFourierTests
{
    [Fact]
    public void The_powers_are_those_of_MathNet() =>
        Gen.Int[3, 12].SelectMany(log => Gen.Double[-100, 100].Array[1 << log]).Sample(
            series =>
            {
                var expected = Array.ConvertAll(series, x => new Complex(x, 0));
                Fourier.Forward(expected, FourierOptions.Matlab);
                var half = series.Length / 2;
                var scale = series.Sum(x => x * x) * series.Length;

                var fourier = new RealFourier(series.Length);
                // Twice with the same one: the second time from what the first left behind.
                for (var time = 0; time < 2; time++)
                {
                    for (var j = 0; j < half; j++)
                        (fourier.Even[j], fourier.Odd[j]) = (series[2 * j], series[(2 * j) + 1]);
                    var powers = new double[half + 1];
                    fourier.AddOneSided(powers, 1);
                    for (var k = 0; k <= half; k++)
                    {
                        var power = expected[k].Real * expected[k].Real + expected[k].Imaginary * expected[k].Imaginary;
                        Close.Equal((k is 0 || k == half ? 1 : 2) * power / scale, powers[k] / scale, 1e-14, $"{k} of {series.Length}");
                    }
                }
            },
            iter: 50);
}
