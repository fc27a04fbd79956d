using CoRegulation.Biofeedback.Analysis.Hrv.Spectra;
using CsCheck;
using MathNet.Numerics;

namespace CoRegulation.Biofeedback.Analysis.Tests.Hrv.Spectra;

public class SpectraTests
{
    [Fact]
    public void All_power_of_a_spectrum_is_the_power_of_the_windowed_series() =>
        Hearts.RrMs.Array[4, 300].Sample(nnMs =>
        {
            var samples = Tachogram.Resample(nnMs).Run(0).ToArray();
            double[] places = [.. Enumerable.Range(0, samples.Length).Select(j => (double)j)];
            var (offset, slope) = Fit.Line(places, samples);
            double[] window = [.. Window.HannPeriodic(samples.Length)];
            var power = places.Sum(j => Math.Pow((samples[(int)j] - offset - (slope * j)) * window[(int)j], 2)) / window.Sum(w => w * w);

            var spectrum = WelchSpectrum.Compute(nnMs, new(65536, 65536));

            Close.Equal(power, spectrum.DensityMs2PerHz.Sum() * spectrum.BinHz, 1e-9);
        }, iter: 20);

    [Fact]
    public void Samples_that_are_k_times_as_large_have_k_squared_the_power_and_the_same_shape() =>
        Gen.Double[500, 1200].Array[256].Select(Gen.Double[0.2, 5]).Sample((samples, k) =>
        {
            var (plain, scaled) = (Powers(samples), Powers(Array.ConvertAll(samples, x => k * x)));
            Close.Equal(k * k * plain.LfMs2, scaled.LfMs2);
            Close.Equal(k * k * plain.TotalMs2, scaled.TotalMs2);
            Close.Equal(plain.LfNuPercent, scaled.LfNuPercent);
            Close.Equal(plain.LfHf, scaled.LfHf);
            Assert.Equal((plain.LfPeakHz, plain.HfPeakHz), (scaled.LfPeakHz, scaled.HfPeakHz));

            static BandPowers Powers(double[] samples)
            {
                var density = new double[257];
                new TaperedPeriodogram(512).Add(samples, density, 1);
                return BandPowers.Of(density, 0, 4.0 / 512, new());
            }
        });

    [Theory]
    [InlineData(0.09, 40)]
    [InlineData(0.25, 25)]
    public void A_wave_has_half_its_amplitude_squared_in_its_band_and_nothing_in_the_other(double frequencyHz, double amplitudeMs)
    {
        var timeS = 0.0;
        double[] nnMs = [.. Enumerable.Range(0, 800).Select(_ =>
        {
            var nn = 750 + (amplitudeMs * Math.Sin(2 * Math.PI * frequencyHz * timeS));
            timeS += nn / 1000;
            return nn;
        })];

        foreach (var spectrum in new[] { WelchSpectrum.Compute(nnMs), WelchSpectrum.Compute(nnMs, WelchSetting.Segments300S), LombScargleSpectrum.Compute(nnMs) })
        {
            var powers = BandPowers.Of(spectrum);
            var (there, elsewhere, peakHz) = frequencyHz < 0.15
                ? (powers.LfMs2, powers.HfMs2, powers.LfPeakHz)
                : (powers.HfMs2, powers.LfMs2, powers.HfPeakHz);
            // A beat comes sooner in a short interval, which bends the wave a little: hence percents.
            Assert.InRange(there, 0.94 * amplitudeMs * amplitudeMs / 2, 1.06 * amplitudeMs * amplitudeMs / 2);
            Assert.InRange(elsewhere, 0, 0.02 * there);
            Assert.InRange(peakHz, frequencyHz - 0.004, frequencyHz + 0.004);
        }
    }

    [Fact]
    public void Lombs_recurrence_is_the_plain_formula_also_for_thousands_of_beats()
    {
        var chance = new Random(5);
        double[] nnMs = [.. Enumerable.Range(0, 4999).Select(i => 800 + (60 * Math.Sin(i / 9.0)) + (40 * chance.NextDouble()))];
        var timeS = -nnMs[0] / 1000;
        var timesS = Array.ConvertAll(nnMs, nn => timeS += nn / 1000);
        var (offset, slope) = Fit.Line(timesS, nnMs);
        double[] y = [.. nnMs.Zip(timesS, (nn, t) => nn - offset - (slope * t))];

        var spectrum = LombScargleSpectrum.Compute(nnMs);

        foreach (var k in (int[])[4, 5, 113, 250, 408, 409])
        {
            var w = 2 * Math.PI * k / 1024;
            var tau = Math.Atan2(timesS.Sum(t => Math.Sin(2 * w * t)), timesS.Sum(t => Math.Cos(2 * w * t))) / (2 * w);
            var power = Share(t => Math.Cos(w * (t - tau))) + Share(t => Math.Sin(w * (t - tau)));
            var expected = power * timesS[^1] / (nnMs.Length - 1);
            Assert.Equal(1, spectrum.DensityMs2PerHz[k - 4] / expected, 1e-9);
            Assert.Equal(k / 1024.0, spectrum.FrequencyHz(k - 4));
        }

        double Share(Func<double, double> wave) => Math.Pow(y.Zip(timesS, (v, t) => v * wave(t)).Sum(), 2) / timesS.Sum(t => wave(t) * wave(t));
    }

    [Fact]
    public void The_order_of_the_runs_does_not_matter() =>
        Hearts.RrMs.Array[1, 200].Array[2, 4].Sample(runs =>
        {
            var (there, back) = (Glue(runs), Glue([.. runs.Reverse()]));
            Close.Equal(WelchSpectrum.Compute(there).DensityMs2PerHz, WelchSpectrum.Compute(back).DensityMs2PerHz, 1e-10);
            Close.Equal(LombScargleSpectrum.Compute(there).DensityMs2PerHz, LombScargleSpectrum.Compute(back).DensityMs2PerHz, 1e-10);
            Close.Equal(Coherence.Compute(there).Mean, Coherence.Compute(back).Mean);

            static double[] Glue(double[][] runs) => [.. runs.SelectMany(run => run.Append(double.NaN))];
        }, iter: 30);

    [Fact]
    public void The_same_run_twice_has_the_spectrum_of_one() =>
        Hearts.RrMs.Array[2, 200].Sample(run =>
        {
            double[] twice = [.. run, double.NaN, .. run];
            Close.Equal(WelchSpectrum.Compute(run).DensityMs2PerHz, WelchSpectrum.Compute(twice).DensityMs2PerHz, 1e-12);
            Close.Equal(LombScargleSpectrum.Compute(run).DensityMs2PerHz, LombScargleSpectrum.Compute(twice).DensityMs2PerHz, 1e-12);
        }, iter: 30);

    [Fact]
    public void A_workspace_that_was_used_before_changes_nothing() =>
        Hearts.RrMs.Array[1, 300].Array[3].Sample(windows =>
        {
            var workspace = new SpectralWorkspace();
            foreach (var nnMs in windows)
            {
                Assert.Equal(WelchSpectrum.Compute(nnMs).DensityMs2PerHz, WelchSpectrum.Compute(nnMs, null, workspace).DensityMs2PerHz);
                Assert.Equal(LombScargleSpectrum.Compute(nnMs).DensityMs2PerHz, LombScargleSpectrum.Compute(nnMs, workspace).DensityMs2PerHz);
                Assert.Equal(Coherence.Compute(nnMs), Coherence.Compute(nnMs, workspace));
            }
        }, iter: 20);
}
