using CoRegulation.Biofeedback.Analysis.Hrv;
using CsCheck;

namespace CoRegulation.Biofeedback.Analysis.Tests.Hrv;

public class TimeDomainTests
{
    [Fact]
    public void Agrees_with_Python_on_every_measure_and_takes_no_difference_across_a_break()
    {
        var golden = GoldenFile.Read("time-domain.json");
        var window = new NnWindow(3600);
        var (timeS, segment) = (0.0, 0);
        foreach (var run in golden.GetProperty("runs").EnumerateArray())
        {
            foreach (var beat in Hearts.Beats(run.Numbers(), timeS, segment++))
            {
                window.Add(beat.Ok());
                timeS = beat.TimeS;
            }
        }

        var measures = new HrvMeasures(window.NnMs.ToArray());
        foreach (var metric in HrvMetrics.Raw().Where(metric => metric.OfTimeDomain is not null))
        {
            var expected = golden.GetProperty("expected").GetProperty(metric.Key).GetDouble();
            Close.Equal(expected, metric.Compute(measures), 1e-12, metric.Key);
            Close.Equal(expected, metric.OfTimeDomain!(window.TimeDomain), 1e-12, metric.Key);
        }
    }

    [Fact]
    public void Longer_intervals_scale_what_is_measured_in_ms() =>
        Hearts.RrMs.Array[3, 60].Select(Gen.Double[0.3, 3]).Sample((nnMs, k) =>
        {
            var (plain, scaled) = (TimeDomain.Compute(nnMs), TimeDomain.Compute(Array.ConvertAll(nnMs, nn => k * nn)));
            Close.Equal(k * plain.RmssdMs, scaled.RmssdMs);
            Close.Equal(k * plain.SdnnMs, scaled.SdnnMs);
            Close.Equal(k * plain.SdsdMs, scaled.SdsdMs);
            Close.Equal(k * plain.IqrNnMs, scaled.IqrNnMs);
            Close.Equal(plain.MeanHrBpm / k, scaled.MeanHrBpm);
            Close.Equal(plain.CvNn, scaled.CvNn);
        });

    [Fact]
    public void A_constant_series_has_no_variability_rather_than_an_undefined_one() =>
        Gen.Double[300, 1500].Select(Gen.Int[3, 200]).Sample((nn, n) =>
        {
            var measures = TimeDomain.Compute([.. Enumerable.Repeat(nn, n)]);
            Assert.Equal((0, 0, 0, 0, 0), (measures.RmssdMs, measures.SdnnMs, measures.SdsdMs, measures.SdHrBpm, measures.Pnn50Percent));
            Assert.Equal(nn, measures.MeanNnMs);
        });

    [Fact]
    public void Fifty_ms_exactly_are_not_above_fifty()
    {
        var measures = TimeDomain.Compute([800, 850, 800, 851, 871, 850]);

        Assert.Equal((1, 4), (measures.Nn50, measures.Nn20));
        Close.Equal(20, measures.Pnn50Percent);
    }

    [Fact]
    public void One_interval_has_a_mean_and_no_spread()
    {
        var measures = TimeDomain.Compute([800]);

        Assert.Equal((800, 75), (measures.MeanNnMs, measures.MeanHrBpm));
        Assert.Equal([double.NaN, double.NaN, double.NaN, double.NaN], new[] { measures.SdnnMs, measures.RmssdMs, measures.SdsdMs, measures.Pnn50Percent });
    }

    [Fact]
    public void What_is_no_interval_is_refused() =>
        Assert.All<double[]>(
            [[], [double.NaN], [800, 0], [800, -1], [800, double.PositiveInfinity]],
            nnMs => Assert.Throws<ArgumentException>(() => TimeDomain.Compute(nnMs)));
}
