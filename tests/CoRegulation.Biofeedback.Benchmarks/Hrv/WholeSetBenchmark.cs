using BenchmarkDotNet.Attributes;
using CoRegulation.Biofeedback.Analysis.Hrv;
using CoRegulation.Biofeedback.Analysis.Hrv.Spectra;

namespace CoRegulation.Biofeedback.Benchmarks.Hrv;

/// <summary>Which family costs what in five minutes? <see cref="All"/> is what a renewal costs when everything is read.</summary>
[MemoryDiagnoser]
public class WholeSetBenchmark
{
    private readonly double[] _nnMs = BeatsOfADay.NnMs(318);
    private readonly SpectralWorkspace _workspace = new();

    [Benchmark(Baseline = true)]
    public double All() => Budgets.HrvBudgets.WholeSet(_nnMs, _workspace);

    [Benchmark]
    public double TimeDomain() => Measures().TimeDomain.SdnnMs;

    [Benchmark]
    public double Geometric() => Measures().Geometric.TinnMs;

    [Benchmark]
    public double Poincare() => Measures().Poincare.Sd2Ms;

    [Benchmark]
    public double Entropies() => Measures().SampleEntropy + Measures().ApproximateEntropy;

    [Benchmark]
    public double Dfa() => Measures().Dfa.Alpha1;

    [Benchmark]
    public double Fragmentation() => Measures().Fragmentation.Ials;

    [Benchmark]
    public double Welch() => Measures().Welch.HfMs2;

    [Benchmark]
    public double Welch300() => Measures().Welch300.HfMs2;

    [Benchmark]
    public double Lomb() => Measures().Lomb.HfMs2;

    [Benchmark]
    public double Coherence() => Measures().Coherence.Mean;

    [Benchmark]
    public double Breathing() => Measures().BreathingPerMin;

    private HrvMeasures Measures() => new(_nnMs, null, _workspace);
}
