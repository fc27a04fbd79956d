using BenchmarkDotNet.Attributes;
using CoRegulation.Biofeedback.Analysis.Hrv;
using CoRegulation.Biofeedback.Analysis.Hrv.Complexity;
using CoRegulation.Biofeedback.Analysis.Hrv.Geometry;

namespace CoRegulation.Biofeedback.Benchmarks.Hrv;

/// <summary>What each family of measures costs for five minutes, for a day, and for four months of beats.</summary>
[MemoryDiagnoser]
public class FamiliesBenchmark
{
    private double[] _nnMs = [];

    /// <summary>Number of beats.</summary>
    [Params(400, 80_000, 10_000_000)]
    public int Beats { get; set; }

    /// <summary>Intervals in whole ms, as straps and recorders give them.</summary>
    [GlobalSetup]
    public void Make() => _nnMs = Array.ConvertAll(BeatsOfADay.NnMs(Beats), Math.Round);

    [Benchmark]
    public TimeDomainMeasures TimeDomainMeasures() => TimeDomain.Compute(_nnMs);

    [Benchmark]
    public GeometricMeasures GeometricMeasures() => Geometric.Compute(_nnMs);

    [Benchmark]
    public PoincareMeasures PoincareMeasures() => Poincare.Compute(_nnMs);

    [Benchmark]
    public DfaExponents Dfa() => DetrendedFluctuation.Compute(_nnMs);

    [Benchmark]
    public FragmentationMeasures FragmentationMeasures() => Fragmentation.Compute(_nnMs);

    /// <summary>Not for months: it grows with the square.</summary>
    [Benchmark]
    public double SampEn() => Beats <= 80_000 ? SampleEntropy.Compute(_nnMs) : double.NaN;

    /// <summary>Not for months: it grows with the square.</summary>
    [Benchmark]
    public double ApEn() => Beats <= 80_000 ? ApproximateEntropy.Compute(_nnMs) : double.NaN;
}
