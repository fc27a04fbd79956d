using CoRegulation.Biofeedback.Analysis.Hrv.Spectra;
using CsCheck;

namespace CoRegulation.Biofeedback.Analysis.Tests.Hrv.Spectra;

public class TimeVaryingSpectrumTests
{
    private static readonly TimeVaryingOptions Short = new() { WindowS = 16, StepS = 4 };

    [Fact]
    public void A_column_comes_with_the_beat_that_completes_its_window_and_is_the_same_all_at_once() =>
        Hearts.RrMs.Array[60, 120].Select(Gen.Double[0, 100]).Sample((nnMs, startS) =>
        {
            var timesS = Times(nnMs, startS);
            var (live, columns) = (new TimeVaryingSpectrum(Short), new List<SpectrumColumn>());
            for (var i = 0; i < nnMs.Length; i++)
            {
                var before = columns.Count;
                live.Add(timesS[i], nnMs[i], columns);
                Assert.All(columns.Skip(before), column => Assert.True(column.EndS - 0.25 <= timesS[i] && (i is 0 || column.EndS - 0.25 > timesS[i - 1])));
                Assert.True(columns.Count is 0 || columns[^1].EndS + Short.StepS - 0.25 > timesS[i]);
            }

            Assert.Equal(Math.Ceiling(timesS[0] / 4) * 4, columns[0].StartS);
            Same(columns, TimeVaryingSpectrum.Compute(timesS, nnMs, Short));
        }, iter: 30);

    [Fact]
    public void A_window_that_a_break_falls_into_is_undefined_and_the_others_do_not_know_of_it()
    {
        double[] nnMs = [.. Enumerable.Range(0, 150).Select(i => 800 + (40 * Math.Sin(i / 2.0)) + (i % 7))];
        var timesS = Times(nnMs, 0);
        // Beat 75 is lost: the run ends before it and the next begins after it.
        double[] broken = [.. nnMs];
        broken[75] = double.NaN;

        var (whole, parted) = (TimeVaryingSpectrum.Compute(timesS, nnMs, Short), TimeVaryingSpectrum.Compute(timesS, broken, Short));

        Assert.Equal(whole.Select(column => column.StartS), parted.Select(column => column.StartS));
        var undefined = parted.Where(column => column.StartS < timesS[76] && column.EndS - 0.25 > timesS[74]).ToArray();
        Assert.InRange(undefined.Length, 4, 6);
        Assert.All(undefined, column => Assert.True(double.IsNaN(column.LfMs2) && double.IsNaN(column.HfMs2) && column.DensityMs2PerHz.All(double.IsNaN)));
        Same([.. whole.Where(column => !undefined.Any(other => other.StartS == column.StartS))], [.. parted.Except(undefined)]);
    }

    [Fact]
    public void A_wave_stands_in_its_band_while_it_lasts_with_half_its_amplitude_squared()
    {
        double[] timesS = [.. Enumerable.Range(0, 750).Select(i => 0.8 * i)];
        var nnMs = Array.ConvertAll(timesS, t => 800 + (30 * Math.Sin(2 * Math.PI * (t < 300 ? 0.1 : 0.25) * t)));

        var columns = TimeVaryingSpectrum.Compute(timesS, nnMs);

        Assert.All(columns.Where(column => column.EndS <= 300), column =>
        {
            Assert.InRange(column.LfMs2, 440, 455);
            Assert.InRange(column.HfMs2, 0, 0.5);
        });
        Assert.All(columns.Where(column => column.StartS >= 300), column =>
        {
            Assert.InRange(column.HfMs2, 435, 455);
            Assert.InRange(column.LfMs2, 0, 0.5);
        });
        var largest = columns[0].DensityMs2PerHz.Index().MaxBy(bin => bin.Item).Index;
        Assert.InRange(largest * new TimeVaryingSpectrum().BinHz, 0.096, 0.104);
    }

    [Fact]
    public void Intervals_that_are_k_times_as_long_at_the_same_times_have_k_squared_the_power() =>
        Hearts.RrMs.Array[60].Select(Gen.Double[0.2, 5]).Sample((nnMs, k) =>
        {
            var timesS = Times(nnMs, 0);
            var plain = TimeVaryingSpectrum.Compute(timesS, nnMs, Short);
            var scaled = TimeVaryingSpectrum.Compute(timesS, Array.ConvertAll(nnMs, nn => k * nn), Short);
            Close.Equal([.. plain.Select(column => k * k * column.LfMs2)], [.. scaled.Select(column => column.LfMs2)]);
            Close.Equal([.. plain.Select(column => column.LfHf)], [.. scaled.Select(column => column.LfHf)], 1e-8);
        }, iter: 30);

    [Fact]
    public void What_is_no_beat_is_refused()
    {
        var (spectrum, columns) = (new TimeVaryingSpectrum(), new List<SpectrumColumn>());
        spectrum.Add(1, 800, columns);

        Assert.Throws<ArgumentException>(() => spectrum.Add(1, 800, columns));
        Assert.Throws<ArgumentException>(() => spectrum.Add(double.NaN, 800, columns));
        Assert.Throws<ArgumentException>(() => spectrum.Add(2, 0, columns));
        Assert.Throws<ArgumentException>(() => spectrum.Add(2, double.NaN, columns));
        Assert.Throws<ArgumentException>(() => TimeVaryingSpectrum.Compute([1, 2], [800]));
    }

    private static double[] Times(double[] nnMs, double startS) => Array.ConvertAll(nnMs, nn => startS += nn / 1000);

    private static void Same(List<SpectrumColumn> expected, IReadOnlyList<SpectrumColumn> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var i = 0; i < expected.Count; i++)
        {
            Assert.Equal(expected[i] with { DensityMs2PerHz = [] }, actual[i] with { DensityMs2PerHz = [] });
            Assert.Equal(expected[i].DensityMs2PerHz, actual[i].DensityMs2PerHz);
        }
    }
}
