using CoRegulation.Biofeedback.Analysis.Hrv.Spectra;
using CsCheck;

namespace CoRegulation.Biofeedback.Analysis.Tests.Hrv.Spectra;

public class SpectraOfOddSeriesTests
{
    [Fact]
    public void A_constant_series_has_no_power_no_ratio_and_no_peak() =>
        Gen.Double[300, 2000].Select(Gen.Int[2, 700]).Sample((nn, n) =>
        {
            double[] nnMs = [.. Enumerable.Repeat(nn, n)];
            NothingIn(nnMs);
            Assert.Equal((double.NaN, double.NaN), (Coherence.Compute(nnMs).First, Coherence.Compute(nnMs).Mean));
        }, iter: 30);

    [Fact]
    public void Two_beats_lie_on_a_line_and_leave_nothing() =>
        Hearts.RrMs.Array[2].Sample(NothingIn);

    [Fact]
    public void Three_beats_have_a_spectrum_of_numbers() =>
        Hearts.RrMs.Array[3].Sample(nnMs => Assert.All(
            Spectra(nnMs), spectrum => Assert.All(spectrum.DensityMs2PerHz, density => Assert.True(double.IsFinite(density) && density >= 0))));

    [Fact]
    public void One_beat_has_no_spectrum()
    {
        Assert.All(Spectra([800]), spectrum => Assert.All(spectrum.DensityMs2PerHz, density => Assert.True(double.IsNaN(density))));
        Assert.All(Spectra([800]), spectrum => Assert.True(double.IsNaN(BandPowers.Of(spectrum).TotalMs2) && double.IsNaN(BandPowers.Of(spectrum).LfPeakHz)));
        Assert.Equal(new CoherenceMeasures(double.NaN, double.NaN, double.NaN, 0), Coherence.Compute([800]));
    }

    [Theory]
    [InlineData(1023, 1)]
    [InlineData(1024, 1)]
    [InlineData(1535, 1)]
    [InlineData(1536, 2)]
    [InlineData(2048, 3)]
    public void Segments_overlap_by_half_and_the_rest_is_dropped(int samples, int segments)
    {
        double[] nnMs = [.. Enumerable.Range(0, samples).Select(i => 250.0 + (i % 2 * 1e-9))];

        Assert.Equal(samples, Tachogram.Resample(nnMs).Run(0).Length);
        Assert.Equal(segments, WelchSpectrum.Compute(nnMs).Segments);
    }

    [Fact]
    public void A_run_counts_only_at_frequencies_of_which_it_holds_two_periods()
    {
        double[] longer = Wave(600, 0.02), shorter = Wave(30, 0.25);
        var (alone, both) = (WelchSpectrum.Compute(longer), WelchSpectrum.Compute([.. longer, double.NaN, .. shorter]));

        var firstBin = (int)Math.Ceiling(2 / (Tachogram.Resample(shorter).Run(0).Length / 4.0 * both.BinHz));
        Assert.Equal(alone.DensityMs2PerHz[..firstBin], both.DensityMs2PerHz[..firstBin]);
        Assert.All(Enumerable.Range(firstBin, 50), k => Assert.True(both.DensityMs2PerHz[k] > alone.DensityMs2PerHz[k], $"{k}"));
    }

    [Fact]
    public void The_peak_is_the_lowest_of_equal_ones_and_a_band_takes_its_lower_edge_only()
    {
        // 0, 0.05, 0.1, 0.15, .. Hz
        var powers = BandPowers.Of(new() { DensityMs2PerHz = [9, 1, 1, 2, 5, 5, 1, 4, 8], FirstBin = 0, BinHz = 0.05, Segments = 1 });

        Assert.Equal((0, 0.1, 0.85), (powers.VlfMs2, powers.LfMs2, powers.HfMs2), EqualTo1e12);
        Assert.Equal((0.05, 0.2), (powers.LfPeakHz, powers.HfPeakHz));
        Assert.Equal((0.1 / 0.85, 100 * 0.1 / 0.95, 100 * 0.85 / 0.95), (powers.LfHf, powers.LfNuPercent, powers.HfNuPercent), EqualTo1e12);

        static bool EqualTo1e12((double A, double B, double C) x, (double A, double B, double C) y) =>
            Close.Numbers(x.A, y.A, 1e-12) && Close.Numbers(x.B, y.B, 1e-12) && Close.Numbers(x.C, y.C, 1e-12);
    }

    [Fact]
    public void A_band_without_a_frequency_has_no_power_and_no_peak()
    {
        var powers = BandPowers.Of(new() { DensityMs2PerHz = [1, 1], FirstBin = 1, BinHz = 0.05, Segments = 1 });

        Assert.Equal((0, 0.1, 0), (powers.VlfMs2, powers.LfMs2, powers.HfMs2));
        Assert.Equal((double.NaN, double.NaN, 100), (powers.HfPeakHz, powers.LfHf, powers.LfNuPercent));
    }

    [Fact]
    public void The_bands_of_an_age_follow_its_breath()
    {
        Assert.Equal((0.30, 1.30), (SpectralBands.ForAge(0).HfFromHz, SpectralBands.ForAge(0).HfToHz));
        Assert.Equal((0.24, 1.04), (SpectralBands.ForAge(3).HfFromHz, SpectralBands.ForAge(3).HfToHz));
        Assert.Equal((0.20, 0.50), (SpectralBands.ForAge(6).HfFromHz, SpectralBands.ForAge(6).HfToHz));
        Assert.Equal(new SpectralBands(), SpectralBands.ForAge(12));
        Assert.Throws<ArgumentOutOfRangeException>(() => SpectralBands.ForAge(double.NaN));
    }

    [Fact]
    public void Segments_and_transforms_that_do_not_fit_are_refused() =>
        Assert.All<(int Segment, int Transform)>(
            [(1023, 1024), (1024, 1000), (1024, 512), (0, 1024), (1024, 1 << 20)],
            setting => Assert.Throws<ArgumentOutOfRangeException>(() => new WelchSetting(setting.Segment, setting.Transform)));

    private static void NothingIn(double[] nnMs)
    {
        foreach (var spectrum in Spectra(nnMs))
        {
            var powers = BandPowers.Of(spectrum);
            Assert.Equal((0, 0, 0, 0), (powers.VlfMs2, powers.LfMs2, powers.HfMs2, powers.TotalMs2));
            Assert.Equal((double.NaN, double.NaN, double.NaN), (powers.LfHf, powers.LfNuPercent, powers.HfNuPercent));
            Assert.Equal((double.NaN, double.NaN), (powers.LfPeakHz, powers.HfPeakHz));
        }
    }

    private static PowerSpectrum[] Spectra(double[] nnMs) =>
        [WelchSpectrum.Compute(nnMs), WelchSpectrum.Compute(nnMs, WelchSetting.Segments300S), LombScargleSpectrum.Compute(nnMs)];

    private static double[] Wave(int beats, double frequencyHz) =>
        [.. Enumerable.Range(0, beats).Select(i => 800 + (30 * Math.Sin(2 * Math.PI * frequencyHz * 0.8 * i)))];
}
