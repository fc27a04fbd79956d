using System.Text.Json;
using CoRegulation.Biofeedback.Analysis.Hrv.Spectra;

namespace CoRegulation.Biofeedback.Analysis.Tests.Hrv.Spectra;

public class SpectraReferenceTests
{
    [Fact]
    public void Every_step_of_one_recording_agrees()
    {
        var steps = SharedFolder.Json("golden/hrv_steps.json");
        var nnMs = SharedFolder.Lines($"data/rr/{steps.GetProperty("file").GetString()}");

        var tachogram = Tachogram.Resample(nnMs);

        Assert.Equal(steps.GetProperty("tachogram_count").GetInt32(), tachogram.Run(0).Length);
        Close.Equal(steps.GetProperty("tachogram_first12").Numbers(), tachogram.Run(0)[..12].ToArray(), 1e-12);
        Close.Equal(steps.GetProperty("tachogram_last4").Numbers(), tachogram.Run(0)[^4..].ToArray(), 1e-12);
        Agrees(steps.GetProperty("welch_psd_bins_0_to_15"), WelchSpectrum.Compute(tachogram));
        Agrees(steps.GetProperty("welch300_psd_bins_0_to_15"), WelchSpectrum.Compute(tachogram, WelchSetting.Segments300S));
        Agrees(steps.GetProperty("lomb_psd_k_4_to_15"), LombScargleSpectrum.Compute(nnMs));

        static void Agrees(JsonElement expected, PowerSpectrum spectrum) =>
            Close.Equal(expected.Numbers(), [.. spectrum.DensityMs2PerHz.Take(expected.GetArrayLength())], 1e-10);
    }

    [Fact]
    public void Every_power_ratio_and_peak_of_every_reference_recording_agrees_to_1e_10()
    {
        var workspace = new SpectralWorkspace();
        foreach (var entry in SharedFolder.Json("golden/hrv.json").EnumerateObject())
        {
            var range = entry.Value.GetProperty("range").GetProperty("value").Numbers();
            var nnMs = SharedFolder.Lines($"data/rr/{entry.Name.Split('#')[0]}")[(int)range[0]..(int)range[1]];
            var tachogram = Tachogram.Resample(nnMs, workspace);

            var welch = WelchSpectrum.Compute(tachogram, null, workspace);
            Check("welch_segments", welch.Segments);
            CheckPowers("welch_", welch);
            CheckPowers("welch300_", WelchSpectrum.Compute(tachogram, WelchSetting.Segments300S, workspace));
            if (entry.Value.TryGetProperty("lomb_lf", out _))
                CheckPowers("lomb_", LombScargleSpectrum.Compute(nnMs, workspace));
            var coherence = Coherence.Compute(tachogram, workspace);
            Check("coherence_first64s", coherence.First);
            Check("coherence_first64s_peak", coherence.FirstPeakHz);
            Check("coherence_mean", coherence.Mean);

            void CheckPowers(string prefix, PowerSpectrum spectrum)
            {
                var powers = BandPowers.Of(spectrum);
                Check(prefix + "vlf", powers.VlfMs2);
                Check(prefix + "lf", powers.LfMs2);
                Check(prefix + "hf", powers.HfMs2);
                Check(prefix + "total", powers.TotalMs2);
                Check(prefix + "lfhf", powers.LfHf);
                Check(prefix + "lfnu", powers.LfNuPercent);
                Check(prefix + "hfnu", powers.HfNuPercent);
                Check(prefix + "lfPeak", powers.LfPeakHz);
                Check(prefix + "hfPeak", powers.HfPeakHz);
            }

            void Check(string key, double actual)
            {
                var expected = entry.Value.GetProperty(key).GetProperty("value").GetDouble();
                Assert.True(Math.Abs(actual - expected) <= 1e-10 * Math.Abs(expected), $"{entry.Name} {key}: expected {expected:R}, was {actual:R}");
            }
        }
    }
}
