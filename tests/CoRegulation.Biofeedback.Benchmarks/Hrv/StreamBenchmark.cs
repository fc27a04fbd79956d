using BenchmarkDotNet.Attributes;
using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Analysis.Hrv;

namespace CoRegulation.Biofeedback.Benchmarks.Hrv;

/// <summary>What does a beat of a stream cost in the steady state, and does it allocate?</summary>
[MemoryDiagnoser]
public class StreamBenchmark
{
    private const int Beats = 10_000;

    private readonly double[] _rrMs = BeatsOfADay.NnMs(Beats);
    private HrvStream _stream = new();
    private double _timeMs;

    [GlobalSetup]
    public void Fill()
    {
        (_stream, _timeMs) = (new(), 0);
        Beat();
    }

    [Benchmark(OperationsPerInvoke = Beats)]
    public double Beat()
    {
        foreach (var rr in _rrMs)
        {
            _timeMs += rr;
            _stream.Add(new TimedBeat(_timeMs / 1000, rr, 0, 5));
        }

        return _timeMs;
    }

    [Benchmark(OperationsPerInvoke = Beats)]
    public double BeatThatIsRead()
    {
        var sum = 0.0;
        foreach (var rr in _rrMs)
        {
            _timeMs += rr;
            _stream.Add(new TimedBeat(_timeMs / 1000, rr, 0, 5));
            sum += _stream.Read("rmssd").Value.Value + _stream.Read("madNN").Value.Value;
        }

        return sum;
    }
}
