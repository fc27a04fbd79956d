using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Recording;
using Microsoft.Extensions.Time.Testing;

namespace CoRegulation.Biofeedback.Sessions.Tests.Recording;

/// <summary>What becomes of a session that ends while its disk takes nothing.</summary>
public sealed class SpareFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_waits_on_a_full_disk_goes_to_the_spare_folder_and_beside_the_first_part_reads_as_one_session(bool encrypted)
    {
        using var disk = new SmallDisk();
        var passphrase = encrypted ? new Passphrase("two hearts") : null;
        var ending = encrypted ? ".coreg.enc" : ".coreg.jsonl";
        var (first, last, spare) = (Path.Join(disk.Path, "a" + ending), "a.part2" + ending, _folder.File("spare"));
        Fact[] facts = [.. Enumerable.Range(1, 100).Select(i => new NoteFact(i, new string('x', 999))), new EndFact(101)];
        var recording = SessionRecording.Start(first, Samples.Header, _time, passphrase, [Path.Join(disk.Path, "no-room"), spare]);
        foreach (var fact in facts)
            recording.Append(fact);
        Assert.False(Directory.Exists(spare), "Nothing goes elsewhere while the session goes on.");

        recording.Dispose();

        Assert.Equal(
            new RecordingStatus(Path.Join(spare, last), 2, null, 0)
            {
                Elsewhere = $"Recording stopped: the disk is full. Free some space, and move '{Path.Join(spare, last)}' beside '{first}'. "
                    + "The last lines are in there, and nowhere else; moved, the two read as one session.",
                IsClosed = true,
            },
            recording.Status);
        disk.Grow();
        File.Move(Path.Join(spare, last), Path.Join(disk.Path, last));
        var session = RecordingReader.Read(first, passphrase);
        Assert.Equal(facts, session.Facts);
        Assert.Empty(session.Warnings);
        Assert.True(session.Finished);
    }

    [Fact]
    public void Where_no_folder_takes_them_lines_are_lost_and_it_says_how_many()
    {
        using var disk = new SmallDisk();
        var first = Path.Join(disk.Path, "a.coreg.jsonl");
        var recording = SessionRecording.Start(first, Samples.Header, _time, spareFolders: [disk.Path]);
        for (var i = 1; i <= 100; i++)
            recording.Append(new NoteFact(i, new string('x', 999)));

        recording.Dispose();

        var (lost, kept) = (recording.Status, RecordingReader.Read(first).Facts.Count);
        Assert.Equal((100 - kept, first, null, true), (lost.WaitingLines, lost.Path, lost.Elsewhere, lost.IsClosed));
        Assert.Equal($"Recording stopped: the disk is full. Free some space before the next recording; its last {100 - kept} lines are lost.", lost.Trouble);
        Assert.Equal([first], Directory.EnumerateFiles(disk.Path));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_folder_that_is_deleted_while_it_is_recorded_into_costs_nothing(bool comesBack)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows deletes no file that is open.");
        var (folder, spare) = (_folder.File("sessions"), _folder.File("spare"));
        Directory.CreateDirectory(folder);
        var recording = SessionRecording.Start(Path.Join(folder, "a.coreg.jsonl"), Samples.Header with { People = [Samples.Header.People[0]] }, _time, spareFolders: [spare]);
        recording.Append(new PersonFact(1, "B", "Ben"));
        recording.Sync();
        recording.Append(new MarkerFact(2, "two"));
        Directory.Delete(folder, recursive: true);
        recording.Sync();
        Assert.Contains("its file or folder is not there any more", recording.Status.Trouble, StringComparison.Ordinal);
        recording.Append(new MarkerFact(3, "three"));

        if (comesBack)
            Directory.CreateDirectory(folder);
        recording.Append(new EndFact(4));
        recording.Dispose();

        var kept = comesBack ? folder : spare;
        Assert.Equal(!comesBack, recording.Status.Elsewhere is not null);
        Assert.Equal(["a.coreg.jsonl", "a.part2.coreg.jsonl"], Directory.EnumerateFiles(kept).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var session = RecordingReader.Read(Path.Join(kept, "a.coreg.jsonl"));
        Assert.Equal([new PersonFact(1, "B", "Ben"), new MarkerFact(2, "two"), new MarkerFact(3, "three"), new EndFact(4)], session.Facts);
        Assert.Empty(session.Warnings);
    }

    [Fact]
    public void Nobody_takes_a_session_up_whose_lines_wait_for_their_folder()
    {
        var (folder, away) = (_folder.File("stick"), _folder.File("away"));
        var first = Path.Join(folder, "a.coreg.jsonl");
        Directory.CreateDirectory(folder);
        using var recording = SessionRecording.Start(first, Samples.Header, _time);
        recording.Append(new MarkerFact(1, "one"));
        Directory.Move(folder, away);
        recording.Sync();
        Directory.Move(away, folder);

        var refused = Assert.Throws<RecordingException>(() => SessionRecording.Resume(first, Samples.Header.Started.AddSeconds(60), _time));

        Assert.Equal(RecordingFault.InUse, refused.Fault);
    }
}
