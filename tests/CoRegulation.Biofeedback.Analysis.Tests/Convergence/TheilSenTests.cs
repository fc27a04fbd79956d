using CoRegulation.Biofeedback.Analysis.Convergence;
using CsCheck;

namespace CoRegulation.Biofeedback.Analysis.Tests.Convergence;

public class TheilSenTests
{
    [Fact]
    public void Agrees_with_Python_and_shrugs_off_an_outlier()
    {
        var golden = GoldenFile.Read("theil-sen.json");

        Close.Equal(golden.GetProperty("slope").GetDouble(), TheilSen.Slope(golden.GetProperty("y").Numbers()), 1e-12);
    }

    [Fact]
    public void A_line_has_its_slope_whatever_is_missing() =>
        Gen.Double[-5, 5].Select(Gen.Bool.Array[3, 50]).Sample((slope, isMissing) =>
        {
            double[] y = [.. isMissing.Select((missing, i) => missing ? double.NaN : 70 + (slope * i))];
            var expected = isMissing.Count(missing => !missing) > 1 ? slope : double.NaN;
            Close.Equal(expected, TheilSen.Slope(y), 1e-9);
        });

    [Fact]
    public void Turning_time_around_turns_the_sign() =>
        Gen.Double[50, 100].Array[2, 30].Sample(y =>
        {
            var forward = TheilSen.Slope(y);
            Array.Reverse(y);
            Close.Equal(-forward, TheilSen.Slope(y));
        });
}
