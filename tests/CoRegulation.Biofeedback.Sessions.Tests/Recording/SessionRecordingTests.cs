using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Recording;
using Microsoft.Extensions.Time.Testing;

namespace CoRegulation.Biofeedback.Sessions.Tests.Recording;

public sealed class SessionRecordingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void In_a_folder_the_file_is_called_by_the_time_and_never_overwrites()
    {
        var folder = _folder.File("new/sessions");
        using var one = SessionRecording.Start(folder, Samples.Header, _time);
        using var two = SessionRecording.Start(folder, Samples.Header, _time);
        using var three = SessionRecording.Start(folder, Samples.Header with { Started = Samples.Header.Started.ToUniversalTime() }, _time);

        Assert.Equal(
            ["2026-11-24T183000+0000.coreg.jsonl", "2026-11-24T193000+0100-2.coreg.jsonl", "2026-11-24T193000+0100.coreg.jsonl"],
            Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(Path.Join(folder, "2026-11-24T193000+0100-2.coreg.jsonl"), two.Status.Path);
    }

    [Fact]
    public void Folder_and_file_are_their_owners_only()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        var folder = _folder.File("new/sessions");

        using var recording = SessionRecording.Start(folder, Samples.Header, _time);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(recording.Status.Path));
    }

    [Fact]
    public void A_file_goes_where_it_is_named_and_is_not_overwritten()
    {
        var path = _folder.File("evening.coreg.jsonl");
        using (var recording = SessionRecording.Start(path, Samples.Header, _time))
            Assert.Equal(new RecordingStatus(path, 1, null, 0), recording.Status);

        var refused = Assert.Throws<RecordingException>(() => SessionRecording.Start(path, Samples.Header, _time));

        Assert.Equal($"'{path}' exists and is not overwritten. Choose another name.", refused.Message);
    }

    [Theory]
    [InlineData("evening.part2.coreg.jsonl", false)]
    [InlineData("evening.part12.coreg.enc", true)]
    public void A_name_that_only_a_further_part_may_have_is_refused(string name, bool encrypted)
    {
        var path = _folder.File(name);
        var refused = Assert.Throws<RecordingException>(() => SessionRecording.Start(path, Samples.Header, _time, encrypted ? new Passphrase("two hearts") : null));

        Assert.Equal(RecordingFault.BadName, refused.Fault);
        Assert.Equal(
            $"'{path}' is no name for a recording: it would be taken for a part of '{_folder.File(encrypted ? "evening.coreg.enc" : "evening.coreg.jsonl")}'. Choose a name without '{(encrypted ? ".part12" : ".part2")}'.",
            refused.Message);
        Assert.True(refused.InputIsWrong);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
        foreach (var free in new[] { "evening.party.coreg.jsonl", "evening.part1.coreg.jsonl", "part2.coreg.jsonl" })
            SessionRecording.Start(_folder.File(free), Samples.Header, _time).Dispose();
    }

    [Theory]
    [InlineData("evening.jsonl")]
    [InlineData("evening.json")]
    public void A_file_that_is_misnamed_does_not_become_a_folder(string name)
    {
        var path = _folder.File(name);

        var refused = Assert.Throws<RecordingException>(() => SessionRecording.Start(path, Samples.Header, _time));

        Assert.Equal($"'{path}' is no name for a recording: end it in .coreg.jsonl, or give a folder.", refused.Message);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_line_is_in_the_file_when_Append_returns_and_every_session_has_an_id()
    {
        using var recording = SessionRecording.Start(_folder.Path, Samples.Header with { Session = null }, _time);
        for (var count = 1; count <= Samples.Facts.Count; count++)
        {
            recording.Append(Samples.Facts[count - 1]);
            var session = RecordingReader.Read(recording.Status.Path);
            Assert.Equal(Samples.Facts.Take(count), session.Facts);
            Assert.NotNull(session.Header.Session);
            Assert.Equal(recording.Header.Session, session.Header.Session);
        }
    }

    [Fact]
    public void Several_threads_append_and_sync()
    {
        using (var recording = SessionRecording.Start(_folder.File("a.coreg.jsonl"), Samples.Header, _time))
        {
            Parallel.For(0, 400, i =>
            {
                recording.Append(new NoteFact(1, new string('x', i)));
                if (i % 50 == 0)
                    recording.Sync();
            });
        }

        Assert.Equal(Enumerable.Range(0, 400), RecordingReader.Read(_folder.File("a.coreg.jsonl")).Facts.Cast<NoteFact>().Select(note => note.Text.Length).Order());
    }

    [Fact]
    public void Somebody_who_joins_later_counts_among_the_people_of_the_recording()
    {
        using var recording = SessionRecording.Start(_folder.Path, Samples.Header with { People = [Samples.Header.People[1]] }, _time);

        recording.Append(new PersonFact(3, "A", "Ana"));
        recording.Append(new PersonFact(4, "A", "Ana"));

        Assert.Equal(Samples.Header.People.AsEnumerable(), recording.Header.People);
        Assert.Equal(Samples.Header.People.AsEnumerable(), RecordingReader.Read(recording.Status.Path).Header.People);
        Assert.Equal(["A", "B"], RecordingReader.Inspect(recording.Status.Path).People.Select(person => person.Id));
    }
}
