using BenchmarkDotNet.Attributes;
using CoRegulation.Biofeedback.Analysis.Hrv.Spectra;
using MathNet.Numerics.Interpolation;

namespace CoRegulation.Biofeedback.Benchmarks.Hrv;

/// <summary>Does our spline earn its place beside MathNet's? A day of beats on the 4 Hz grid; the whole day's spectrum may take 15 ms.</summary>
[MemoryDiagnoser]
public class TachogramBenchmark
{
    private readonly double[] _nnMs = BeatsOfADay.NnMs(80_000);

    [Benchmark(Baseline = true)]
    public double MathNet()
    {
        var timeMs = -_nnMs[0];
        var timesMs = Array.ConvertAll(_nnMs, nn => timeMs += nn);
        var spline = CubicSpline.InterpolateNaturalSorted(timesMs, _nnMs);
        var samples = new double[(int)(timesMs[^1] / 250) + 1];
        for (var k = 0; k < samples.Length; k++)
            samples[k] = spline.Interpolate(250.0 * k);
        return samples[^1];
    }

    [Benchmark]
    public Tachogram Ours() => Tachogram.Resample(_nnMs);
}
