using System.Text.Json;
using CoRegulation.Biofeedback.Analysis.Hrv.Spectra;

namespace CoRegulation.Biofeedback.Analysis.Tests.Hrv.Spectra;

/// <summary>Runs of 7 min, 1.5 min and 33 s, a lone interval and a pair, against scipy (Golden/make_golden.py).</summary>
public class SpectraGoldenTests
{
    private readonly JsonElement _golden = GoldenFile.Read("spectra.json");
    private readonly double[][] _runs;
    private readonly double[] _nnMs;

    public SpectraGoldenTests()
    {
        _runs = [.. _golden.GetProperty("runs").EnumerateArray().Select(run => run.Numbers())];
        _nnMs = [.. _runs.SelectMany(run => run.Append(double.NaN))];
    }

    [Fact]
    public void Each_run_is_resampled_on_its_own()
    {
        var tachogram = Tachogram.Resample(_nnMs);

        Assert.Equal(_golden.GetProperty("counts").Numbers(), Enumerable.Range(0, tachogram.RunCount).Select(run => (double)tachogram.Run(run).Length));
        Close.Equal(_golden.GetProperty("lastRuns")[0].Numbers(), tachogram.Run(3).ToArray(), 1e-13);
        Close.Equal(_golden.GetProperty("lastRuns")[1].Numbers(), tachogram.Run(4).ToArray(), 1e-13);
    }

    [Fact]
    public void The_spectra_of_several_runs_are_averaged_by_their_weights()
    {
        var spectrum = WelchSpectrum.Compute(_nnMs);
        Close.Equal(_golden.GetProperty("welchDensity").Numbers(), [.. spectrum.DensityMs2PerHz.Take(40)], 1e-11);
        Agrees(_golden.GetProperty("welch"), spectrum);
        Agrees(_golden.GetProperty("welch300"), WelchSpectrum.Compute(_nnMs, WelchSetting.Segments300S));
        Agrees(_golden.GetProperty("lomb"), LombScargleSpectrum.Compute(_nnMs));
    }

    [Fact]
    public void The_spectrum_of_one_run_is_the_plain_one()
    {
        Agrees(_golden.GetProperty("one").GetProperty("welch"), WelchSpectrum.Compute(_runs[0]));
        Agrees(_golden.GetProperty("one").GetProperty("lomb"), LombScargleSpectrum.Compute(_runs[0]));
    }

    [Fact]
    public void Coherence_takes_windows_from_every_run()
    {
        var (expected, coherence) = (_golden.GetProperty("coherence"), Coherence.Compute(_nnMs));

        Close.Equal(expected.GetProperty("first").GetDouble(), coherence.First, 1e-11);
        Close.Equal(expected.GetProperty("firstPeak").GetDouble(), coherence.FirstPeakHz, 1e-12);
        Close.Equal(expected.GetProperty("mean").GetDouble(), coherence.Mean, 1e-11);
        Assert.Equal(expected.GetProperty("windows").GetInt32(), coherence.Windows);
    }

    [Fact]
    public void Each_column_over_time_is_the_periodogram_of_its_window()
    {
        var timeS = 0.0;
        double[] timesS = [.. _runs[0].Select(nn => timeS += nn / 1000)];

        var columns = TimeVaryingSpectrum.Compute(timesS, _runs[0], new() { WindowS = 64, StepS = 20 }).ToDictionary(column => column.StartS);

        foreach (var expected in _golden.GetProperty("columns").EnumerateArray())
        {
            var column = columns[expected.GetProperty("start").GetDouble()];
            Assert.Equal(64, column.EndS - column.StartS);
            Close.Equal(expected.GetProperty("density").Numbers(), [.. column.DensityMs2PerHz.Take(20)], 1e-11);
            Close.Equal(expected.GetProperty("lf").GetDouble(), column.LfMs2, 1e-11);
            Close.Equal(expected.GetProperty("hf").GetDouble(), column.HfMs2, 1e-11);
        }
    }

    private static void Agrees(JsonElement expected, PowerSpectrum spectrum)
    {
        var powers = BandPowers.Of(spectrum);
        Close.Equal(expected.GetProperty("vlf").GetDouble(), powers.VlfMs2, 1e-11, "vlf");
        Close.Equal(expected.GetProperty("lf").GetDouble(), powers.LfMs2, 1e-11, "lf");
        Close.Equal(expected.GetProperty("hf").GetDouble(), powers.HfMs2, 1e-11, "hf");
        Assert.Equal(expected.GetProperty("lfPeak").GetDouble(), powers.LfPeakHz);
        Assert.Equal(expected.GetProperty("hfPeak").GetDouble(), powers.HfPeakHz);
    }
}
