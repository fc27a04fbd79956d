using BenchmarkDotNet.Attributes;
using CoRegulation.Biofeedback.Analysis.Artefacts;
using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Analysis.Tests.Artefacts.Study;

namespace CoRegulation.Biofeedback.Benchmarks.Artefacts;

/// <summary>80,000 beats, a day, with artefacts in 1 %, through each method. The aim is 60 ms, and nothing allocated.</summary>
[MemoryDiagnoser]
public class CorrectionBenchmark
{
    private readonly List<Beat> _decided = new(200_000);
    private TimedBeat[] _beats = [];

    [ParamsAllValues]
    public CorrectionMethod Method { get; set; }

    [GlobalSetup]
    public void Make()
    {
        var timeS = 0.0;
        _beats = [.. Injection.Scattered("rest", SyntheticHearts.Rest(1, 80_000), 0.01, 1).RrMs.Select(rr => new TimedBeat(timeS += rr / 1000, rr, 0, 5))];
    }

    [Benchmark]
    public int Day()
    {
        _decided.Clear();
        var corrector = ArtefactCorrection.Create(new() { Method = Method });
        foreach (var beat in _beats)
            corrector.Add(beat, _decided);
        corrector.Flush(_decided);
        return _decided.Count;
    }
}
