using CoRegulation.Biofeedback.Analysis.Hrv.Complexity;
using CsCheck;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace CoRegulation.Biofeedback.Analysis.Tests.Hrv.Complexity;

public class EntropyTests
{
    /// <summary>Runs with a break between them; many values are equal.</summary>
    private static readonly Gen<double[]> Tied = Gen.Int[600, 612].Select(nn => (double)nn).Array[1, 40].Array[1, 5]
        .Select(runs => runs.SelectMany(run => run.Append(double.NaN)).ToArray());

    private static readonly Gen<double[]> Spread = Hearts.RrMs.Array[1, 200];

    [Fact]
    public void Every_pair_is_counted_as_by_comparing_all_with_all() =>
        Gen.OneOf(Tied, Spread).Select(Gen.OneOf(Gen.Double[0, 400], Gen.Int[0, 13].Select(r => (double)r))).Sample((nnMs, r) =>
        {
            var threes = WithThree(nnMs);
            var (overTwo, overThree) = (0, 0);
            for (var i = 0; i < threes.Length; i++)
            {
                for (var j = i + 1; j < threes.Length; j++)
                {
                    var two = Alike(nnMs, threes[i], threes[j], 2, r);
                    overTwo += two ? 1 : 0;
                    overThree += two && Alike(nnMs, threes[i], threes[j], 3, r) ? 1 : 0;
                }
            }

            var pairs = SampleEntropy.Matches(nnMs, r);
            Assert.Equal((overTwo, overThree), (pairs.OverTwo, pairs.OverThree));
        });

    [Fact]
    public void More_values_than_16_bits_are_counted_alike()
    {
        var chance = new Random(3);
        double[] many = [.. Enumerable.Range(0, 70_000).Select(_ => 800 + (chance.NextDouble() * 100))];
        Assert.True(many.Distinct().Count() > ushort.MaxValue);

        const double R = 0.05;
        var pairs = SampleEntropy.Matches(many, R);
        var byFirst = Enumerable.Range(0, many.Length - 2).OrderBy(i => many[i]).ToArray();
        var (overTwo, overThree) = (0L, 0L);
        for (var i = 0; i < byFirst.Length; i++)
        {
            for (var j = i + 1; j < byFirst.Length && many[byFirst[j]] - many[byFirst[i]] <= R; j++)
            {
                var two = Alike(many, byFirst[i], byFirst[j], 2, R);
                overTwo += two ? 1 : 0;
                overThree += two && Alike(many, byFirst[i], byFirst[j], 3, R) ? 1 : 0;
            }
        }

        Assert.Equal((overTwo, overThree), (pairs.OverTwo, pairs.OverThree));
    }

    [Fact]
    public void Approximate_entropy_is_the_mean_logarithm_over_all_templates() =>
        Gen.OneOf(Tied, Spread).Sample(nnMs =>
        {
            var r = 0.2 * Analysis.Hrv.TimeDomain.Compute(nnMs).SdnnMs;
            Close.Equal(Phi(nnMs, 2, r) - Phi(nnMs, 3, r), ApproximateEntropy.Compute(nnMs), 1e-12);
        });

    [Fact]
    public void Units_do_not_matter() =>
        Hearts.RrMs.Array[20, 120].Select(Gen.Int[-3, 3]).Sample((nnMs, power) =>
        {
            var scaled = Array.ConvertAll(nnMs, nn => Math.ScaleB(nn, power));
            Assert.Equal(SampleEntropy.Compute(nnMs), SampleEntropy.Compute(scaled));
            Assert.Equal(ApproximateEntropy.Compute(nnMs), ApproximateEntropy.Compute(scaled));
        });

    [Fact]
    public void The_order_of_runs_does_not_matter() =>
        Gen.Int[600, 612].Select(nn => (double)nn).Array[3, 20].Array[2, 4].Sample(runs =>
        {
            double[] Joined(IEnumerable<double[]> parts) => [.. parts.SelectMany(run => run.Append(double.NaN))];
            var (there, back) = (Joined(runs), Joined(runs.Reverse()));
            Close.Equal(SampleEntropy.Compute(there), SampleEntropy.Compute(back), 1e-12);
            Close.Equal(ApproximateEntropy.Compute(there), ApproximateEntropy.Compute(back), 1e-12);
        });

    [Fact]
    public void Noise_has_the_entropy_of_two_independent_numbers_lying_within_r()
    {
        double[] noise = Noise(5000, seed: 1);

        // Two numbers of one normal distribution differ by N(0, 2 sd²).
        var expected = -Math.Log(SpecialFunctions.Erf(0.2 / 2));
        Assert.InRange(SampleEntropy.Compute(noise), expected - 0.05, expected + 0.05);
    }

    [Fact]
    public void A_constant_series_has_no_entropy() =>
        Gen.Double[300, 1500].Select(Gen.Int[4, 200]).Sample((nn, n) =>
        {
            double[] constant = [.. Enumerable.Repeat(nn, n)];
            Assert.Equal((0, 0), (SampleEntropy.Compute(constant), ApproximateEntropy.Compute(constant)));
        });

    [Fact]
    public void Without_a_pair_that_matches_there_is_no_sample_entropy()
    {
        Assert.Equal(double.NaN, SampleEntropy.Compute([800]));
        Assert.Equal(double.NaN, SampleEntropy.Compute([800, 810, 790]));
        Assert.Equal(double.NaN, SampleEntropy.Compute([500, 600, 700, 800, 900]));
        Assert.Equal(double.NaN, ApproximateEntropy.Compute([800, 810, double.NaN, 790, 800]));
    }

    internal static double[] Noise(int count, int seed)
    {
        var chance = new Random(seed);
        return [.. Normal.Samples(chance, 800, 50).Take(count)];
    }

    private static int[] WithThree(double[] nnMs) =>
        [.. Enumerable.Range(0, Math.Max(0, nnMs.Length - 2)).Where(i => nnMs[i..(i + 3)].All(nn => !double.IsNaN(nn)))];

    private static bool Alike(double[] x, int i, int j, int m, double r) =>
        Enumerable.Range(0, m).All(k => Math.Abs(x[i + k] - x[j + k]) <= r);

    private static double Phi(double[] nnMs, int m, double r)
    {
        int[] all = [.. Enumerable.Range(0, Math.Max(0, nnMs.Length - m + 1)).Where(i => nnMs[i..(i + m)].All(nn => !double.IsNaN(nn)))];
        return all.Length is 0 ? double.NaN : all.Average(i => Math.Log((double)all.Count(j => Alike(nnMs, i, j, m, r)) / all.Length));
    }
}
