using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Recording;
using Microsoft.Extensions.Time.Testing;

namespace CoRegulation.Biofeedback.Sessions.Tests.Recording;

public sealed class ResumeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_session_that_broke_off_goes_on_in_the_next_part_at_the_time_of_the_wall_clock()
    {
        var first = BrokenOff(new MarkerFact(1, "one"), new PersonFact(2, "C", "Cleo"));
        using (var resumed = Resume(first, afterS: 60.0000004))
        {
            Assert.Equal(60.000001, resumed.StartS);
            Assert.Equal((2, 60.000001), (resumed.Header.Part, resumed.Header.PartStartS));
            Assert.Equal(["A", "B", "C"], resumed.Header.People.Select(person => person.Id));
            Assert.Equal([new MarkerFact(1, "one"), new PersonFact(2, "C", "Cleo")], resumed.Before);
            resumed.Append(new MarkerFact(61, "two"));
        }

        using (var again = Resume(_folder.File("s.part2.coreg.jsonl"), afterS: 100))
        {
            Assert.Equal(3, again.Header.Part);
            again.Append(new EndFact(101));
        }

        var session = RecordingReader.Read(first);
        Assert.Equal([new MarkerFact(1, "one"), new PersonFact(2, "C", "Cleo"), new MarkerFact(61, "two"), new EndFact(101)], session.Facts);
        Assert.Empty(session.Warnings);
        Assert.True(session.Finished);
    }

    [Fact]
    public void A_session_that_was_ended_goes_on_without_its_end()
    {
        var first = BrokenOff(new MarkerFact(1, "one"), new EndFact(2));
        using var resumed = Resume(first, afterS: 60);

        Assert.Equal([new MarkerFact(1, "one")], resumed.Before);
        Assert.Equal(60, resumed.StartS);
    }

    [Theory]
    [InlineData(-3600)]
    [InlineData(10)]
    public void Where_the_clock_was_set_back_it_goes_on_where_it_stopped(double afterS)
    {
        using var resumed = Resume(BrokenOff(new MarkerFact(600.5, "late")), afterS);

        Assert.Equal(600.5, resumed.StartS);
    }

    [Fact]
    public void A_clock_that_was_set_forward_during_the_session_makes_the_break_no_longer()
    {
        var first = BrokenOff(new MarkerFact(600.5, "late"));
        File.SetLastWriteTimeUtc(first, Samples.Header.Started.UtcDateTime.AddHours(10).AddSeconds(600.5));

        using var resumed = Resume(first, afterS: (10 * 3600) + 630);

        Assert.Equal(630, resumed.StartS, 1e-6);
    }

    [Fact]
    public void After_a_part_without_a_line_it_goes_on_where_that_part_starts_at_least()
    {
        var first = BrokenOff(new MarkerFact(1, "one"));
        Resume(first, afterS: 60).Dispose();

        using (var resumed = Resume(first, afterS: 30))
        {
            Assert.Equal(60, resumed.StartS);
            resumed.Append(new EndFact(61));
        }

        Assert.Equal([new MarkerFact(1, "one"), new EndFact(61)], RecordingReader.Read(first).Facts);
    }

    [Fact]
    public void A_recording_that_is_only_called_a_part_of_another_is_not_taken_for_it()
    {
        var first = BrokenOff(new MarkerFact(1, "one"));
        var other = _folder.File("s.part2.coreg.jsonl");
        RecordingFile.WriteWhole(other, Samples.Header with { Session = Guid.NewGuid() }, []);

        var refused = Assert.Throws<RecordingException>(() => Resume(other, afterS: 60));

        Assert.Equal(
            $"'{other}' cannot be taken up again: by its name it is a part of '{first}', but that is another session. Give it a name without '.part2', and try again.",
            refused.Message);
        Assert.True(refused.InputIsWrong);
        Assert.Equal(2, Directory.EnumerateFiles(_folder.Path).Count());

        var renamed = _folder.File("t.coreg.jsonl");
        File.Move(other, renamed);
        using var resumed = Resume(renamed, afterS: 60);
        Assert.Equal(_folder.File("t.part2.coreg.jsonl"), resumed.Status.Path);
    }

    [Fact]
    public void A_part_that_is_empty_or_missing_keeps_its_number()
    {
        var first = BrokenOff(new MarkerFact(1, "one"));
        File.WriteAllText(_folder.File("s.part4.coreg.jsonl"), "");

        // When that came to be says nothing of the last line.
        using var resumed = Resume(first, afterS: 60);

        Assert.Equal((_folder.File("s.part5.coreg.jsonl"), 60), (resumed.Status.Path, resumed.StartS));
    }

    [Fact]
    public void What_was_cut_by_the_crash_is_left_as_it_is()
    {
        var first = BrokenOff(new MarkerFact(1, "one"));
        File.AppendAllText(first, """{"t":2,"k":"mar""");
        var before = File.ReadAllBytes(first);

        using (var resumed = Resume(first, afterS: 60))
            resumed.Append(new EndFact(61));

        Assert.Equal(before, File.ReadAllBytes(first));
        Assert.Equal([new MarkerFact(1, "one"), new EndFact(61)], RecordingReader.Read(first).Facts);
    }

    [Fact]
    public void A_session_that_is_still_recorded_is_not_taken_up_and_can_be_read()
    {
        var first = _folder.File("s.coreg.jsonl");
        using (var running = SessionRecording.Start(first, Samples.Header, _time))
        {
            running.Append(new MarkerFact(1, "one"));
            AssertInUse(first, first);
            Assert.Single(RecordingReader.Read(first).Facts);
        }

        using (Resume(first, afterS: 60))
            AssertInUse(first, _folder.File("s.part2.coreg.jsonl"));
        Assert.Equal(2, Directory.EnumerateFiles(_folder.Path).Count());

        void AssertInUse(string named, string open)
        {
            var refused = Assert.Throws<RecordingException>(() => Resume(named, afterS: 60));
            Assert.Equal($"'{open}' is in use: another program still records this session. End that first, then try again.", refused.Message);
            Assert.True(refused.InputIsWrong);
        }
    }

    [Fact]
    public void A_session_of_long_ago_is_over()
    {
        var first = BrokenOff(new MarkerFact(100, "one"));
        Refused(first, afterS: 101 + (6 * 3600), $"'{first}' cannot be taken up again: its last line is more than 6 hours old. Start a new session.");

        using (var resumed = Resume(first, afterS: 100 + (6 * 3600)))
            Assert.Equal(100 + (6 * 3600), resumed.StartS);
    }

    [Fact]
    public void What_does_not_tell_its_session_or_was_imported_cannot_go_on()
    {
        var nameless = _folder.File("nameless.coreg.jsonl");
        RecordingFile.WriteWhole(nameless, Samples.Header with { Session = null }, []);
        Refused(nameless, 60, $"'{nameless}' cannot be taken up again: it does not tell which session it belongs to. Start a new session.");

        var imported = _folder.File("imported.coreg.jsonl");
        RecordingFile.WriteWhole(imported, Samples.Header with { Origin = Origin.Imported }, []);
        Refused(imported, 60, $"'{imported}' cannot be taken up again: it was imported, not recorded. Start a new session.");

        Refused(_folder.File("none.coreg.jsonl"), 60, $"'{_folder.File("none.coreg.jsonl")}' is not there. Check the name and the folder.");
        Assert.Equal(2, Directory.EnumerateFiles(_folder.Path).Count());
    }

    private void Refused(string file, double afterS, string message) =>
        Assert.Equal(message, Assert.Throws<RecordingException>(() => Resume(file, afterS)).Message);

    private SessionRecording Resume(string file, double afterS) =>
        SessionRecording.Resume(file, Samples.Header.Started.AddTicks((long)Math.Round(afterS * TimeSpan.TicksPerSecond)), _time);

    private string BrokenOff(params Fact[] facts)
    {
        var path = _folder.File("s.coreg.jsonl");
        RecordingFile.WriteWhole(path, Samples.Header, facts);
        File.SetLastWriteTimeUtc(path, Samples.Header.Started.UtcDateTime.AddSeconds(facts.Select(fact => fact.TimeS).LastOrDefault()));
        return path;
    }
}
