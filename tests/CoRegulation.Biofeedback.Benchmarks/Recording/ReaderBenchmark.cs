using BenchmarkDotNet.Attributes;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.Benchmarks.Recording;

/// <summary>Reading a recording of an hour, beside reading its lines as text.</summary>
[MemoryDiagnoser]
public class ReaderBenchmark
{
    private string _folder = "";
    private string _file = "";

    [GlobalSetup]
    public void Write()
    {
        _folder = Directory.CreateTempSubdirectory("coreg-reader-").FullName;
        _file = Path.Combine(_folder, "hour.coreg.jsonl");
        PairSession.Hour().Write(_file);
    }

    [GlobalCleanup]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [Benchmark(Baseline = true)]
    public int Lines() => File.ReadLines(_file).Count();

    [Benchmark]
    public int Facts() => RecordingReader.Read(_file).Facts.Count;
}
