using BenchmarkDotNet.Attributes;
using CoRegulation.Biofeedback.Analysis.Hrv.Spectra;

namespace CoRegulation.Biofeedback.Benchmarks.Hrv;

/// <summary>The spectrum over time of an hour, and of a day.</summary>
[MemoryDiagnoser]
public class TimeVaryingBenchmark
{
    private double[] _nnMs = [];
    private double[] _timesS = [];

    [Params(3_800, 80_000)]
    public int Beats { get; set; }

    [GlobalSetup]
    public void Make()
    {
        var timeS = 0.0;
        _nnMs = BeatsOfADay.NnMs(Beats);
        _timesS = Array.ConvertAll(_nnMs, nn => timeS += nn / 1000);
    }

    [Benchmark]
    public int Columns() => TimeVaryingSpectrum.Compute(_timesS, _nnMs).Length;
}
