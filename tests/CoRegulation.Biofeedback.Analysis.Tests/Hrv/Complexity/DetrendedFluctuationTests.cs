using System.Numerics;
using CoRegulation.Biofeedback.Analysis.Hrv.Complexity;
using CsCheck;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.IntegralTransforms;

namespace CoRegulation.Biofeedback.Analysis.Tests.Hrv.Complexity;

public class DetrendedFluctuationTests
{
    [Fact]
    public void Units_do_not_matter() =>
        Hearts.RrMs.Array[128, 300].Select(Gen.Double[0.3, 3]).Sample((nnMs, k) =>
        {
            var (plain, scaled) = (DetrendedFluctuation.Compute(nnMs), DetrendedFluctuation.Compute(Array.ConvertAll(nnMs, nn => k * nn)));
            Close.Equal(plain.Alpha1, scaled.Alpha1);
            Close.Equal(plain.Alpha2, scaled.Alpha2);
        });

    [Fact]
    public void The_order_of_runs_does_not_matter() =>
        Hearts.RrMs.Array[64, 100].Array[2, 4].Sample(runs =>
        {
            double[] Joined(IEnumerable<double[]> parts) => [.. parts.SelectMany(run => run.Append(double.NaN))];
            var (there, back) = (DetrendedFluctuation.Compute(Joined(runs)), DetrendedFluctuation.Compute(Joined(runs.Reverse())));
            Close.Equal(there.Alpha1, back.Alpha1);
            Close.Equal(there.Alpha2, back.Alpha2);
        });

    // The bounds are four SDs about the mean of 60 such series by a direct formula in numpy: 0.583 (0.0066) and 0.503 (0.0103).
    // Short windows are known to lie a little high.
    [Fact]
    public void Uncorrelated_intervals_scale_with_a_half()
    {
        var dfa = DetrendedFluctuation.Compute(EntropyTests.Noise(20_000, seed: 2));

        Assert.InRange(dfa.Alpha1, 0.556, 0.610);
        Assert.InRange(dfa.Alpha2, 0.462, 0.544);
    }

    // Found in the same way: 1.021 (0.0101) and 0.996 (0.0157).
    [Fact]
    public void One_over_f_noise_scales_with_one()
    {
        var dfa = DetrendedFluctuation.Compute(OneOverF(1 << 14, seed: 1));

        Assert.InRange(dfa.Alpha1, 0.981, 1.061);
        Assert.InRange(dfa.Alpha2, 0.933, 1.059);
    }

    [Fact]
    public void A_constant_series_does_not_fluctuate_and_has_no_exponent()
    {
        double[] levels = [.. Enumerable.Repeat(812.3, 200), double.NaN, .. Enumerable.Repeat(901.7, 200)];

        Assert.Equal(new DfaExponents(double.NaN, double.NaN), DetrendedFluctuation.Compute(levels));
    }

    [Fact]
    public void Each_exponent_has_the_windows_it_needs()
    {
        var noise = EntropyTests.Noise(128, seed: 4);

        Assert.Equal((true, true), Undefined(noise[..15]));
        Assert.Equal((false, true), Undefined(noise[..127]));
        Assert.Equal((false, false), Undefined(noise));
        Assert.Equal((false, true), Undefined([.. noise[..100], double.NaN, .. noise[100..]]));

        static (bool, bool) Undefined(double[] nnMs) =>
            DetrendedFluctuation.Compute(nnMs) is var (alpha1, alpha2) ? (double.IsNaN(alpha1), double.IsNaN(alpha2)) : default;
    }

    /// <summary>Noise whose power falls with 1/f exactly, made from its spectrum with random phases.</summary>
    private static double[] OneOverF(int count, int seed)
    {
        var normal = new Normal(0, 1, new Random(seed));
        var spectrum = new Complex[count];
        for (var k = 1; k <= count / 2; k++)
        {
            spectrum[k] = new Complex(normal.Sample(), k == count / 2 ? 0 : normal.Sample()) / Math.Sqrt(k);
            spectrum[count - k] = Complex.Conjugate(spectrum[k]);
        }

        Fourier.Inverse(spectrum);
        return [.. spectrum.Select(value => 800 + (20 * value.Real))];
    }
}
