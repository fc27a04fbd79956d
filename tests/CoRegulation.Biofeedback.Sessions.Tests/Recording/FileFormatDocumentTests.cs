using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Import;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.Sessions.Tests.Recording;

/// <summary>Keeps <c>docs/file-format.md</c> true.</summary>
public sealed class FileFormatDocumentTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_example_is_a_whole_recording_and_is_written_again_to_the_byte()
    {
        var path = Example(0);

        var session = RecordingReader.Read(path);
        var again = _folder.File("again.coreg.jsonl");
        RecordingFile.WriteWhole(again, session.Header, session.Facts);

        Assert.Equal(File.ReadAllText(path), File.ReadAllText(again));
        Assert.Equal(RecordingCondition.Whole, RecordingReader.Inspect(path).Condition);
    }

    [Fact]
    public void The_example_shows_every_kind_that_comes_from_straps_and_people()
    {
        var kinds = RecordingReader.Read(Example(0)).Facts.Select(FactKind.Of).Concat(RecordingReader.Read(Example(1)).Facts.Select(FactKind.Of));

        Assert.Equal(
            [
                FactKind.Assign, FactKind.Battery, "breath", FactKind.End, FactKind.Marker, FactKind.Note, FactKind.Notification,
                FactKind.Pacer, FactKind.Phase, FactKind.Rr, FactKind.Sensor,
            ],
            kinds.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_example_of_an_import_is_what_an_import_makes()
    {
        var rr = _folder.Write("a.txt", "800", "812.5", "93000", "1200");

        var (header, facts) = RecordingImport.Create(new(RrImport.Read(rr), Person.Nameless("A")), null, new DateTimeOffset(2026, 11, 24, 19, 30, 0, TimeSpan.Zero), "coreg 0.1.0");
        var path = _folder.File("made.coreg.jsonl");
        RecordingFile.WriteWhole(path, header, facts);

        Assert.Equal(File.ReadAllText(Example(1)), File.ReadAllText(path));
    }

    private string Example(int index)
    {
        var document = File.ReadAllText(Path.Join(Repository.Root, "docs", "file-format.md"));
        var example = document.Split("```jsonl\n")[index + 1].Split("```")[0];
        return _folder.Write($"example{index}.coreg.jsonl", example.TrimEnd('\n'));
    }
}
