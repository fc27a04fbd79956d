using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.Sessions.Tests.Recording;

public sealed class InspectionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_in_a_recording_is_counted_and_its_gaps_are_found()
    {
        var path = _folder.File("a.coreg.jsonl");
        RecordingFile.WriteWhole(path, Samples.Header, [
            new NotificationFact(1, "A", [0x10]),
            new NotificationFact(6, "A", [0x10]),
            new NotificationFact(11.000001, "A", [0x10]),
            new RrFact(12, "B", [800, 1000, 5000]),
            new RrFact(20, "B", [4000]),
            new NotificationFact(14 + 6, "A", [0x10]),
            new UnknownFact(20, "breath", """{"t":20,"k":"breath"}"""),
            new EndFact(24),
        ]);

        var inspection = RecordingReader.Inspect(path);

        Assert.Equal(RecordingCondition.Whole, inspection.Condition);
        Assert.True(inspection.Finished);
        Assert.Equal([path], inspection.Files);
        Assert.Equal(24, inspection.DurationS);
        Assert.Equal([("breath", 1), ("end", 1), ("notification", 4), ("rr", 2)], inspection.Kinds.Select(kind => (kind.Key, kind.Value)));
        var (a, b) = (inspection.People[0], inspection.People[1]);
        Assert.Equal(("A", "Ana", 4, 0), (a.Id, a.Name, a.Notifications, a.ImportedIntervals));
        Assert.Equal([new SignalGap(6, 11.000001), new SignalGap(11.000001, 20)], a.Gaps);
        Assert.Equal((0, 4), (b.Notifications, b.ImportedIntervals));
        Assert.Equal([new SignalGap(0, 5.2)], b.Gaps);
    }

    [Fact]
    public void Somebody_who_falls_silent_has_a_gap_to_the_end()
    {
        var path = _folder.File("a.coreg.jsonl");
        RecordingFile.WriteWhole(path, Samples.Header, [new NotificationFact(1, "A", []), new EndFact(60)]);

        var inspection = RecordingReader.Inspect(path);

        Assert.Equal([new SignalGap(1, 60)], inspection.People[0].Gaps);
        Assert.Equal([new SignalGap(0, 60)], inspection.People[1].Gaps);
    }

    [Fact]
    public void Every_broken_line_is_counted_and_the_first_hundred_are_listed()
    {
        var path = _folder.Write("a.coreg.jsonl", [Samples.HeaderLine, .. Enumerable.Repeat("oops", 150), """{"t":1,"k":"end"}"""]);

        var inspection = RecordingReader.Inspect(path);

        Assert.Equal(RecordingCondition.Damaged, inspection.Condition);
        Assert.Equal(150, inspection.ProblemCount);
        Assert.Equal(Enumerable.Range(2, 100), inspection.Problems.Select(problem => problem.Line));
        Assert.True(inspection.Finished);
    }
}
