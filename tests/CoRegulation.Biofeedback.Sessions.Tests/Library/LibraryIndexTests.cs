using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sessions.Engine;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Library;
using CoRegulation.Biofeedback.Sessions.Recording;
using Microsoft.Data.Sqlite;

namespace CoRegulation.Biofeedback.Sessions.Tests.Library;

public sealed class LibraryIndexTests : IDisposable
{
    private readonly LibraryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_session_has_the_numbers_of_its_analysis()
    {
        _folder.Add("evening", durationS: 300);

        var session = Assert.Single(_folder.Open().Sessions);

        var recording = RecordingReader.Read(_folder.File("evening"));
        var analysis = SessionAnalysis.Run(recording.Header, recording.Facts);
        Assert.Equal(("evening", SimulatedSessions.Started, recording.DurationS, true), (session.Name, session.Started, session.DurationS, session.Finished));
        Assert.Equal(["Ana", "Ben"], session.People.Select(person => person.Name));
        Assert.Equal(analysis.People.Select(person => (double?)person.Baseline!.Value.Bpm), session.People.Select(person => person.BaselineBpm));
        Assert.Equal(analysis.People[1].HeartRateBpm.Where(double.IsFinite).Average(), session.People[1].MeanHeartRateBpm);
        Assert.All(session.People, person => Assert.True(person.RmssdMs > 0));
        Assert.True(session.Dyad is { StartBpm: > 0, EndBpm: > 0, R: not null });
    }

    [Fact]
    public void Only_what_is_new_or_changed_is_read_and_what_is_gone_goes()
    {
        _folder.Add("a");
        _folder.Add("b");
        Assert.Equal(2, _folder.Open().Read);
        Assert.Equal(0, _folder.Open().Read);

        _folder.Add("b", durationS: 90);
        _folder.Add("c");
        File.Delete(_folder.File("a"));
        var (sessions, read) = _folder.Open();

        Assert.Equal(2, read);
        Assert.Equal([("b", 90), ("c", 60)], sessions.Select(session => (session.Name, session.DurationS)));
        Assert.Equal(LibraryFolder.Text(_folder.Rebuild()), LibraryFolder.Text(sessions));
    }

    [Fact]
    public void A_broken_recording_is_listed_and_stops_no_other()
    {
        _folder.Add("whole");
        _folder.Add("broken");
        var lines = File.ReadAllLines(_folder.File("broken"));
        lines[10] = "broken";
        File.WriteAllLines(_folder.File("broken"), lines);
        File.WriteAllText(_folder.File("something"), "else");

        var sessions = _folder.Open().Sessions;

        Assert.Equal(["broken", "whole", "something"], sessions.Select(session => session.Name));
        Assert.Contains("is damaged in line 11", sessions[0].Problem, StringComparison.Ordinal);
        Assert.Equal(["Ana", "Ben"], sessions[0].People.Select(person => person.Name));
        Assert.Null(sessions[1].Problem);
        Assert.Contains("is not a recording", sessions[2].Problem, StringComparison.Ordinal);
        Assert.Equal(0, _folder.Open().Read);
    }

    [Fact]
    public void Parts_count_as_one_and_a_copy_does_not_count()
    {
        var number = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");
        SessionHeader Numbered(SessionHeader header) => header with { Session = number };
        _folder.Add("evening", change: Numbered);
        var (header, _) = SimulatedSessions.Of(Scenarios.Settling, durationS: 60);
        RecordingFile.WriteWhole(_folder.File("evening.part2"), Numbered(header) with { Part = 2, PartStartS = 70 }, [new MarkerFact(80, "again"), new EndFact(100)]);
        Assert.Equal(("evening", 100), _folder.Open().Sessions.Select(session => (session.Name, session.DurationS)).Single());

        _folder.Add("a copy", change: Numbered);
        _folder.Add("in-a-folder-not");
        var sessions = _folder.Open().Sessions;

        Assert.Equal([("a copy", "evening"), ("evening", null), ("in-a-folder-not", null)], sessions.Select(session => (session.Name, session.CopyOf)));
        Assert.Equal(2, sessions[1].Files.Length);
    }

    [Fact]
    public void Folders_within_are_looked_through_but_not_hidden_ones()
    {
        foreach (var folder in new[] { "couple", ".hidden" })
            Directory.CreateDirectory(Path.Join(_folder.Path, folder));
        _folder.Add("couple/evening");
        _folder.Add(".hidden/evening");

        Assert.Equal(["couple/evening"], _folder.Open().Sessions.Select(session => session.Name));
    }

    [Fact]
    public void A_rebuild_that_is_stopped_leaves_the_index_as_it_was()
    {
        _folder.Add("a");
        _folder.Add("b");
        var before = LibraryFolder.Text(_folder.Open().Sessions);
        using var stop = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() => LibraryIndex.Rebuild(_folder.Path, null, (_, _) => stop.Cancel(), stop.Token));

        var (sessions, read) = _folder.Open();
        Assert.Equal((before, 0), (LibraryFolder.Text(sessions), read));
    }

    [Fact]
    public void A_broken_index_an_older_one_and_one_of_another_program_are_made_anew()
    {
        _folder.Add("a");
        var whole = LibraryFolder.Text(_folder.Open().Sessions);

        File.WriteAllText(_folder.Index, string.Concat(Enumerable.Repeat("this is no database. ", 1000)));
        var (afterBreak, readAfterBreak) = _folder.Open();
        Sql("PRAGMA user_version = 0");
        var (afterOld, readAfterOld) = _folder.Open();

        Assert.Equal((whole, 1), (LibraryFolder.Text(afterBreak), readAfterBreak));
        Assert.Equal((whole, 1), (LibraryFolder.Text(afterOld), readAfterOld));
        Sql("DROP TABLE made");
        Assert.Equal(1, _folder.Open().Read);
        Sql("UPDATE made SET maker = 'another'");
        Assert.Equal(1, _folder.Open().Read);
        Assert.Equal(0, _folder.Open().Read);
    }

    [Fact]
    public void A_newer_index_is_refused_until_it_is_rebuilt()
    {
        _folder.Add("a");
        _folder.Open();
        Sql("PRAGMA user_version = 1000");

        Assert.Contains("by a newer program", Assert.Throws<LibraryException>(() => _folder.Open()).Message, StringComparison.Ordinal);
        Assert.Single(_folder.Rebuild());
        Assert.Equal(0, _folder.Open().Read);
    }

    [Fact]
    public void Several_at_once_see_the_same()
    {
        for (var i = 0; i < 6; i++)
            _folder.Add($"session-{i}", seed: i);

        var seen = new string[4];
        Parallel.For(0, seen.Length, i => seen[i] = LibraryFolder.Text(i is 0 ? _folder.Rebuild() : _folder.Open().Sessions));

        Assert.Equal(Enumerable.Repeat(LibraryFolder.Text(_folder.Open().Sessions), seen.Length), seen);
    }

    [Fact]
    public async Task What_another_process_made_anew_meanwhile_is_not_thrown_away()
    {
        _folder.Add("a");
        _folder.Add("b");
        var (whole, _) = _folder.Open();
        var version = Sql("PRAGMA user_version");
        Sql("PRAGMA user_version = 0");

        Task<(IReadOnlyList<LibrarySession> Sessions, int Read)> opening;
        using (var other = new SqliteConnection($"Data Source={_folder.Index};Pooling=False"))
        {
            other.Open();
            using var transaction = other.BeginTransaction(deferred: false);
            Run(other, $"PRAGMA user_version = {version}");
            opening = Task.Run(_folder.Open);
            // It has seen the old index by then, and waits to write. Were it slower, this could not fail.
            await Task.Delay(500, TestContext.Current.CancellationToken);
            transaction.Commit();
        }

        var (sessions, read) = await opening;
        Assert.Equal((0, LibraryFolder.Text(whole)), (read, LibraryFolder.Text(sessions)));
    }

    [Fact]
    public void The_index_is_for_its_owner_alone()
    {
        _folder.Add("a");
        _folder.Open();

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.Index));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_said() => Assert.Equal(
        $"'{_folder.Path}/none' is not there. Check the name; a library is a folder with recordings.",
        Assert.Throws<LibraryException>(() => LibraryIndex.Open($"{_folder.Path}/none", stop: TestContext.Current.CancellationToken)).Message);

    private object? Sql(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.Index};Pooling=False");
        connection.Open();
        return Run(connection, sql);
    }

    private static object? Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A constant of a test.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
