using CoRegulation.Biofeedback.Analysis.Hrv;
using CoRegulation.Biofeedback.Analysis.Hrv.Geometry;
using CsCheck;

namespace CoRegulation.Biofeedback.Analysis.Tests.Hrv.Geometry;

public class PoincareTests
{
    [Fact]
    public void Agrees_with_Python_and_makes_no_pair_across_a_break()
    {
        var golden = GoldenFile.Read("geometry.json");
        var measures = Poincare.Compute(HrvReference.Joined(golden.GetProperty("runs")));

        Equal("sd1", measures.Sd1Ms);
        Equal("sd2", measures.Sd2Ms);
        Equal("sd2sd1", measures.Sd2Sd1);
        Equal("ellipseArea", measures.EllipseAreaMs2);

        void Equal(string key, double actual) => Close.Equal(golden.GetProperty("expected").GetProperty(key).GetDouble(), actual, 1e-12, key);
    }

    [Fact]
    public void Sd1_is_the_SD_of_differences_over_the_root_of_two() =>
        Hearts.RrMs.Array[3, 60].Sample(nnMs => Close.Equal(TimeDomain.Compute(nnMs).SdsdMs / Math.Sqrt(2), Poincare.Compute(nnMs).Sd1Ms));

    [Fact]
    public void Longer_intervals_scale_the_axes_and_keep_their_ratio() =>
        Hearts.RrMs.Array[3, 60].Select(Gen.Double[0.3, 3]).Sample((nnMs, k) =>
        {
            var (plain, scaled) = (Poincare.Compute(nnMs), Poincare.Compute(Array.ConvertAll(nnMs, nn => k * nn)));
            Close.Equal(k * plain.Sd1Ms, scaled.Sd1Ms);
            Close.Equal(k * plain.Sd2Ms, scaled.Sd2Ms);
            Close.Equal(plain.Sd2Sd1, scaled.Sd2Sd1);
        });

    [Fact]
    public void A_constant_series_is_a_point() =>
        Gen.Double[300, 1500].Select(Gen.Int[3, 200]).Sample((nn, n) =>
        {
            var measures = Poincare.Compute([.. Enumerable.Repeat(nn, n)]);
            Assert.Equal((0, 0, 0, double.NaN), (measures.Sd1Ms, measures.Sd2Ms, measures.EllipseAreaMs2, measures.Sd2Sd1));
        });

    [Fact]
    public void One_pair_has_no_spread() =>
        Assert.Equal(double.NaN, Poincare.Compute([800, 810, double.NaN, 790]).Sd1Ms);
}
