using CoRegulation.Biofeedback.Analysis.Hrv;

namespace CoRegulation.Biofeedback.Analysis.Tests.Hrv;

public class HrvMetricsTests
{
    // Ratios of nothing to nothing, and the place or shape of what is not there.
    private static readonly string[] UndefinedWhereNothingVaries =
    [
        "sd2sd1", "baevskySI", "baevskySqrtSI", "dfaAlpha1", "dfaAlpha2", "ials", "pss",
        "coherence_first64s", "coherence_first64s_peak", "coherence_mean", "breathingPerMin", "rsaMs",
        "welch_lfhf", "welch_lfnu", "welch_hfnu", "welch_lfPeak", "welch_hfPeak",
        "welch300_lfhf", "welch300_lfnu", "welch300_hfnu", "welch300_lfPeak", "welch300_hfPeak",
        "lomb_lfhf", "lomb_lfnu", "lomb_hfnu", "lomb_lfPeak", "lomb_hfPeak",
    ];

    private static readonly HashSet<string> OfTheFirst64S = ["coherence_first64s", "coherence_first64s_peak"];

    [Fact]
    public void A_constant_series_has_no_variability_rather_than_an_undefined_one()
    {
        var measures = new HrvMeasures([.. Enumerable.Repeat(812.3, 1000)]);

        foreach (var metric in HrvMetrics.Raw())
        {
            var value = metric.Compute(measures);
            Assert.True(double.IsNaN(value) == UndefinedWhereNothingVaries.Contains(metric.Key), $"{metric.Key} is {value}");
            if (metric.Unit is "ms²" or "percent" || metric.Meaning.StartsWith("SD ", StringComparison.Ordinal))
                Assert.True(double.IsNaN(value) || value == 0, $"{metric.Key} is {value}");
        }
    }

    [Fact]
    public void Which_run_comes_first_does_not_matter()
    {
        var first = Hearts.Following(t => 66 + (5 * Math.Sin(t / 5)) + (4 * Math.Sin(1.6 * t)), 0, 400).Select(beat => beat.RrMs).ToArray();
        var second = Hearts.Following(t => 74 + (6 * Math.Sin(t / 9)) + (3 * Math.Sin(1.3 * t)), 0, 330).Select(beat => beat.RrMs).ToArray();
        var (there, back) = (new HrvMeasures([.. first, double.NaN, .. second]), new HrvMeasures([.. second, double.NaN, .. first]));

        foreach (var metric in HrvMetrics.Raw().Where(metric => !OfTheFirst64S.Contains(metric.Key)))
            Close.Equal(metric.Compute(there), metric.Compute(back), 1e-9, metric.Key);
    }

    [Fact]
    public void Intervals_twice_as_long_scale_what_is_measured_in_ms_and_leave_shape_and_order_alone()
    {
        var nnMs = Hearts.Following(t => 66 + (5 * Math.Sin(t / 5)) + (4 * Math.Sin(1.6 * t)), 0, 400).Select(beat => beat.RrMs).ToArray();
        var (plain, twice) = (new HrvMeasures(nnMs), new HrvMeasures(Array.ConvertAll(nnMs, nn => 2 * nn)));

        // Where time itself stretches, or thresholds and bins do not, there is no such rule.
        string[] without = ["nn50", "pnn50", "nn20", "pnn20", "hti", "tinn", "baevskySI", "baevskySqrtSI"];
        foreach (var metric in HrvMetrics.Raw().Where(metric => metric.Family is HrvFamily.TimeDomain or HrvFamily.NonLinear && !without.Contains(metric.Key)))
        {
            var factor = metric.Unit switch { "ms" => 2, "ms²" => 4, "bpm" => 0.5, _ => 1 };
            Close.Equal(factor * metric.Compute(plain), metric.Compute(twice), 1e-9, metric.Key);
        }
    }

    [Fact]
    public void Every_key_is_there_once_and_every_value_has_words() =>
        Assert.All(HrvMetrics.All(new()).GroupBy(metric => metric.Key), same =>
        {
            var metric = Assert.Single(same);
            Assert.NotEmpty(metric.Meaning);
            Assert.Matches("^[A-Za-z0-9_]+$", metric.Key);
        });

    [Fact]
    public void No_spectrum_is_given_above_a_twentieth_of_corrected_beats_and_one_above_a_fiftieth_with_caution()
    {
        var metrics = HrvMetrics.All(new());
        NnQuality clean = new(400, 300, 0.02, 300, 0), some = clean with { CorrectedShare = 0.05 }, many = clean with { CorrectedShare = 0.051 };

        foreach (var metric in metrics.Where(metric => metric.Key.StartsWith("welch", StringComparison.Ordinal) || metric.Key.StartsWith("lomb", StringComparison.Ordinal)))
        {
            Assert.Null(metric.Needs.WhyNot(clean));
            Assert.Null(metric.Needs.Caution(clean));
            Assert.Null(metric.Needs.WhyNot(some));
            Assert.NotNull(metric.Needs.Caution(some));
            Assert.NotNull(metric.Needs.WhyNot(many));
        }

        Assert.All(metrics.Where(metric => metric.OfTimeDomain is not null), metric => Assert.Null(metric.Needs.WhyNot(many)));
    }

    [Fact]
    public void A_break_takes_away_what_needs_a_longer_stretch()
    {
        var broken = new NnQuality(400, 298, 0, 150, 3);
        string? Reason(string key) => HrvMetrics.All(new()).Single(metric => metric.Key == key).Needs.WhyNot(broken);

        Assert.Null(Reason("sdnn"));
        Assert.Null(Reason("welch300_hf"));
        Assert.Null(Reason("welch300_lf"));
        Assert.Contains("295 s without a break", Reason("welch300_total"), StringComparison.Ordinal);
        Assert.Contains("1200 s", Reason("hti"), StringComparison.Ordinal);
    }
}
