using BenchmarkDotNet.Attributes;
using CoRegulation.Biofeedback.Sessions.Engine;
using CoRegulation.Biofeedback.Sessions.Snapshots;

namespace CoRegulation.Biofeedback.Benchmarks.Engine;

/// <summary>Does a session cost the same for every minute? An engine live, and a whole session with hindsight.</summary>
[MemoryDiagnoser]
public class EngineBenchmark
{
    private PairSession _session = PairSession.Of(60);

    [Params(15, 60)]
    public int Minutes { get; set; }

    [GlobalSetup]
    public void Simulate() => _session = PairSession.Of(60 * Minutes);

    [Benchmark]
    public Snapshot? Live()
    {
        var engine = new SessionEngine(_session.Header);
        Snapshot? last = null;
        foreach (var fact in _session.Facts)
        {
            while (engine.NextTimeS < fact.TimeS)
                last = engine.Next();
            engine.Accept(fact);
        }

        return last;
    }

    [Benchmark]
    public SessionAnalysis WithHindsight() => SessionAnalysis.Run(_session.Header, _session.Facts);
}
