using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Import;
using CoRegulation.Biofeedback.Sessions.Recording;
using CoRegulation.Biofeedback.Sessions.Tests.Recording;

namespace CoRegulation.Biofeedback.Sessions.Tests.Import;

public sealed class RecordingImportTests : IDisposable
{
    private static readonly DateTimeOffset Started = new(2026, 11, 24, 19, 30, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_beat_is_a_fact_at_its_time_and_the_two_interleave()
    {
        var (header, facts) = RecordingImport.Create(new(Series(800, 810), "Ana"), new(Series(500, 500), "../../x", 0.81), Started, "coreg 0.1.0");

        Assert.Equal(
            [
                new RrFact(0.8, "A", [800]),
                new RrFact(1.31, "B", [500]),
                new RrFact(1.61, "A", [810]),
                new RrFact(1.81, "B", [500]),
                new EndFact(1.81),
            ],
            facts);
        Assert.Equal(Origin.Imported, header.Origin);
        Assert.Equal([new Person { Id = "A", Name = "Ana" }, new Person { Id = "B", Name = "../../x" }], header.People);
    }

    [Fact]
    public void A_gap_moves_time_on_and_makes_no_beat()
    {
        var (_, facts) = RecordingImport.Create(new(Series(800, 93000, 900, 65535), "Ana"), null, Started, "coreg 0.1.0");

        Assert.Equal([new RrFact(0.8, "A", [800]), new RrFact(94.7, "A", [900]), new EndFact(160.235)], facts);
    }

    [Fact]
    public void A_negative_offset_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RecordingImport.Create(new(Series(800), "Ana", -1), null, Started, "coreg 0.1.0"));

    [Fact]
    public void Every_real_file_comes_back_from_its_recording_to_the_microsecond()
    {
        var files = SharedData.Files("data/rr", "*.txt");
        foreach (var file in files)
        {
            var series = RrImport.Read(file);
            var (header, facts) = RecordingImport.Create(new(series, "Ana", 2.5), null, Started, "coreg 0.1.0");
            var path = _folder.File(Path.GetFileNameWithoutExtension(file) + ".coreg.jsonl");
            RecordingFile.WriteWhole(path, header, facts);

            var session = RecordingReader.Read(path);

            Assert.Equal(header, session.Header);
            Assert.True(facts.SequenceEqual(session.Facts), file);
            var beats = session.Facts.OfType<RrFact>().ToList();
            Assert.True(series.IntervalsMs.Where(ms => ms <= RrSeries.GapMs).SequenceEqual(beats.SelectMany(beat => beat.RrMs)), file);
            Assert.Equal(series.GapCount, series.IntervalsMs.Length - beats.Count);
            var linesSumMs = File.ReadLines(file).Sum(line => double.Parse(line, System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(linesSumMs / 1000, session.DurationS - 2.5, 1e-6);

            // A beat's time less its interval is the time of the beat before, but after a gap.
            var contradictions = beats.Zip(beats.Skip(1)).Count(pair => Math.Abs(pair.Second.TimeS - (pair.Second.RrMs[0] / 1000) - pair.First.TimeS) > 2e-6);
            Assert.Equal(series.IntervalsMs[1..^1].Count(ms => ms > RrSeries.GapMs), contradictions);
        }
    }

    private static RrSeries Series(params double[] intervalsMs) =>
        new() { Path = "/home/ana/rr.txt", Unit = RrUnit.Milliseconds, Column = null, IntervalsMs = [.. intervalsMs] };
}
