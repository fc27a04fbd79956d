using BenchmarkDotNet.Attributes;
using CoRegulation.Biofeedback.Analysis.Breathing;

namespace CoRegulation.Biofeedback.Benchmarks.Breathing;

/// <summary>One reading of breathing from a minute at 75 bpm.</summary>
[MemoryDiagnoser]
public class BreathingBenchmark
{
    private readonly BreathingEstimator _estimator = new();
    private readonly double[] _nnMs = [.. Enumerable.Range(0, 76).Select(i => 800 + 30 * Math.Sin(2 * Math.PI * 0.2 * i))];

    [Benchmark]
    public BreathingEstimate Estimate() => _estimator.Estimate(_nnMs);
}
