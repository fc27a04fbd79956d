using CoRegulation.Biofeedback.Analysis.Hrv;
using CoRegulation.Biofeedback.Analysis.Hrv.Norms;
using CsCheck;

namespace CoRegulation.Biofeedback.Analysis.Tests.Hrv;

public class HrvNormsTests
{
    private static readonly Sex?[] Sexes = [Sex.Female, Sex.Male, null];
    private static readonly string[] Keys = ["rmssd", "sdnn", "meanNN", "meanHRfromMeanNN"];

    [Theory]
    [InlineData("rmssd", 30, Sex.Female, 42.9, 22.8)]
    [InlineData("rmssd", 49.9, Sex.Male, 23.0, 10.9)]
    [InlineData("sdnn", 35, Sex.Male, 44.6, 16.8)]
    [InlineData("sdnn", 74, Sex.Female, 27.8, 11.8)]
    [InlineData("rmssd", 20, Sex.Female, 42, 15)]
    [InlineData("sdnn", 40, null, 50, 16)]
    [InlineData("meanNN", 40, Sex.Male, 926, 90)]
    [InlineData("meanHRfromMeanNN", 40, Sex.Female, 68, 8)]
    public void A_group_has_the_mean_and_SD_of_its_source(string key, double ageYears, Sex? sex, double mean, double sd)
    {
        var norm = HrvNorms.For(key, ageYears, sex)!;

        Assert.Equal((mean, sd), (norm.Mean, norm.Sd));
        Assert.Equal((mean - sd, mean + sd), (norm.Low, norm.High));
    }

    [Fact]
    public void The_heart_rate_of_children_comes_in_centiles_that_fall_with_age()
    {
        var ages = new[] { 0.3, 0.6, 0.8, 1.2, 1.7, 2.5, 3.5, 5, 7, 10, 13, 16 };
        var norms = ages.Select(age => HrvNorms.For("meanHRfromMeanNN", age, Sex.Female)!).ToArray();

        Assert.All(norms, norm => Assert.Equal(norm.Centiles.OrderBy(centile => centile.Value), norm.Centiles));
        Assert.All(norms.Zip(norms.Skip(1)), pair => Assert.All(
            pair.First.Centiles.Zip(pair.Second.Centiles), centiles => Assert.True(centiles.First.Value > centiles.Second.Value)));
        Assert.Equal((67, 84, 103), (norms[9].Low, norms[9].Centiles[3].Value, norms[9].High));
    }

    [Theory]
    [InlineData("rmssd", 10, Sex.Female)]
    [InlineData("sdnn", 75, Sex.Male)]
    [InlineData("meanHRfromMeanNN", 25, Sex.Male)]
    [InlineData("meanHRfromMeanNN", 40, null)]
    [InlineData("pnn50", 40, Sex.Male)]
    public void What_no_source_covers_has_no_norm(string key, double ageYears, Sex? sex) => Assert.Null(HrvNorms.For(key, ageYears, sex));

    [Fact]
    public void Whatever_is_found_covers_the_person_and_says_where_it_comes_from() =>
        Gen.Int[0, 3].Select(Gen.Double[0, 110], Gen.Int[0, 2]).Sample((which, ageYears, whose) =>
        {
            var (key, sex) = (Keys[which], Sexes[whose]);
            if (HrvNorms.For(key, ageYears, sex) is not { } norm)
                return;
            Assert.InRange(ageYears, norm.FromYears, norm.BelowYears);
            Assert.True(norm.Sex is null || norm.Sex == sex);
            Assert.True(norm.Low < norm.High);
            Assert.Equal(HrvMetrics.All(new()).Single(metric => metric.Key == key).Unit, norm.Unit);
            Assert.Contains("doi:10.", norm.Source, StringComparison.Ordinal);
            Assert.All(new[] { norm.Population, norm.Condition, norm.RangeMeans }, text => Assert.NotEmpty(text));
        });

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void An_age_that_is_none_is_refused(double ageYears) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => HrvNorms.For("rmssd", ageYears, null));
}
