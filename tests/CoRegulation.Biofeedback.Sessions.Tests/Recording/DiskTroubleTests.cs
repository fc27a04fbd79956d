using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Recording;
using Microsoft.Extensions.Time.Testing;

namespace CoRegulation.Biofeedback.Sessions.Tests.Recording;

public sealed class DiskTroubleTests
{
    private static readonly TimeSpan ATry = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_full_disk_costs_no_line_and_the_session_goes_on_in_a_new_part_when_there_is_room(bool encrypted)
    {
        using var disk = new SmallDisk();
        var passphrase = encrypted ? new Passphrase("two hearts") : null;
        var facts = Enumerable.Range(1, 300).Select(i => (Fact)new NoteFact(i, new string('x', 999))).ToArray();
        using (var recording = SessionRecording.Start(disk.Path, Samples.Header, _time, passphrase))
        {
            var first = recording.Status.Path;
            foreach (var fact in facts[..100])
                recording.Append(fact);
            var full = recording.Status;
            Assert.Equal(first, full.Path);
            Assert.InRange(full.WaitingLines, 30, 99);
            Assert.Equal($"Recording stopped: the disk is full. Free some space, and it goes on by itself in a new part; until then {full.WaitingLines} lines wait in memory.", full.Trouble);

            Try(recording);
            Assert.Equal(full, recording.Status);
            Assert.Equal([first], Directory.EnumerateFiles(disk.Path));
            Assert.Equal(facts[..(100 - full.WaitingLines)], RecordingReader.Read(first, passphrase).Facts);

            foreach (var fact in facts[100..200])
                recording.Append(fact);
            disk.Grow();
            Assert.NotNull(recording.Status.Trouble);
            Try(recording);
            var part2 = $"{first[..^(encrypted ? 10 : 12)]}.part2.coreg.{(encrypted ? "enc" : "jsonl")}";
            Assert.Equal(new RecordingStatus(part2, 2, null, 0), recording.Status);
            foreach (var fact in facts[200..])
                recording.Append(fact);
            recording.Append(new EndFact(301));
        }

        var session = RecordingReader.Read(Directory.EnumerateFiles(disk.Path).Single(file => !file.Contains(".part", StringComparison.Ordinal)), passphrase);
        Assert.Equal([.. facts, new EndFact(301)], session.Facts);
        Assert.Empty(session.Warnings);
        Assert.True(session.Finished);
        Assert.Equal(encrypted, session.Encrypted);
    }

    [Fact]
    public void A_disk_that_is_full_again_and_again_leaves_no_trail_of_parts()
    {
        using var disk = new SmallDisk();
        using var recording = SessionRecording.Start(disk.Path, Samples.Header, _time);
        for (var i = 1; i <= 1000; i++)
        {
            recording.Append(new NoteFact(i, new string('x', 999)));
            if (i % 100 == 0)
                Try(recording);
        }

        Assert.Single(Directory.EnumerateFiles(disk.Path));
        Assert.InRange(recording.Status.WaitingLines, 900, 1000);
    }

    [Fact]
    public void Room_is_looked_for_as_much_as_lines_need_when_they_are_encrypted()
    {
        const int room = 40 * 1024;
        using var disk = new SmallDisk();
        var filler = Path.Join(disk.Path, "filler");
        File.WriteAllBytes(filler, new byte[room]);
        using var recording = SessionRecording.Start(disk.Path, Samples.Header, _time, new Passphrase("two hearts"));
        // 20 of them are 21 kB in the clear and 28 kB encrypted; 16 KiB are to be left beside them.
        for (var i = 1; recording.Status.WaitingLines < 20; i++)
            recording.Append(new NoteFact(i, new string('x', 999)));
        File.Delete(filler);

        Try(recording);
        Assert.Equal((1, 20), (recording.Status.Part, recording.Status.WaitingLines));
        disk.Grow();
        Try(recording);
        Assert.Equal((2, 0), (recording.Status.Part, recording.Status.WaitingLines));
    }

    [Fact]
    public void What_waits_when_the_session_ends_is_written_when_there_is_room_at_last()
    {
        using var disk = new SmallDisk();
        var recording = SessionRecording.Start(disk.Path, Samples.Header, _time);
        var first = recording.Status.Path;
        var facts = Enumerable.Range(1, 100).Select(i => (Fact)new NoteFact(i, new string('x', 999))).ToArray();
        foreach (var fact in facts)
            recording.Append(fact);
        Try(recording);

        disk.Grow();
        recording.Dispose();

        Assert.Equal(facts, RecordingReader.Read(first).Facts);
        Assert.Equal(0, recording.Status.WaitingLines);
    }

    [Fact]
    public void One_line_that_waits_is_said_to_be_one()
    {
        using var folder = new TemporaryFolder();
        var place = folder.File("stick");
        Directory.CreateDirectory(place);
        using var recording = SessionRecording.Start(Path.Join(place, "a.coreg.jsonl"), Samples.Header, _time);
        Directory.Move(place, folder.File("away"));
        Try(recording);

        recording.Append(new MarkerFact(1, "one"));

        Assert.EndsWith("until then 1 line waits in memory.", recording.Status.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public void A_disk_that_is_taken_away_is_noticed_and_what_it_may_have_lost_is_written_again()
    {
        using var folder = new TemporaryFolder();
        var place = folder.File("stick");
        var away = folder.File("away");
        Directory.CreateDirectory(place);
        var facts = Enumerable.Range(1, 9).Select(i => (Fact)new MarkerFact(i, $"{i}")).ToArray();
        using var recording = SessionRecording.Start(Path.Join(place, "a.coreg.jsonl"), Samples.Header, _time);
        Append(facts[..3]);
        recording.Sync();
        Append(facts[3..5]);
        Directory.Move(place, away);
        Try(recording);
        Append(facts[5..7]);
        Try(recording);

        Assert.Equal(
            "Recording stopped: its file or folder is not there any more. Bring the disk or the folder back, and it goes on by itself in a new part; until then 4 lines wait in memory.",
            recording.Status.Trouble);

        Directory.Move(away, place);
        Try(recording);
        Append(facts[7..]);

        Assert.Equal(new RecordingStatus(Path.Join(place, "a.part2.coreg.jsonl"), 2, null, 0), recording.Status);
        Assert.Equal(facts[..5], RecordingReader.Read(CopyOfFirst()).Facts);
        var session = RecordingReader.Read(Path.Join(place, "a.coreg.jsonl"));
        Assert.Equal(facts, session.Facts);
        Assert.Empty(session.Warnings);

        void Append(Fact[] some) => some.ToList().ForEach(recording.Append);

        string CopyOfFirst()
        {
            var copy = folder.File("alone.coreg.jsonl");
            File.Copy(Path.Join(place, "a.coreg.jsonl"), copy);
            return copy;
        }
    }

    [Fact]
    public void Who_joins_while_the_disk_is_full_stands_in_the_new_parts_header()
    {
        using var disk = new SmallDisk();
        using var recording = SessionRecording.Start(disk.Path, Samples.Header with { People = [Samples.Header.People[0]] }, _time);
        for (var i = 1; i <= 100; i++)
            recording.Append(new NoteFact(i, new string('x', 999)));
        recording.Append(new PersonFact(101, "B", "Ben"));
        disk.Grow();
        Try(recording);

        Assert.Equal(["A", "B"], RecordingReader.Read(recording.Status.Path).Header.People.Select(person => person.Id));
    }

    [Fact]
    public void Where_the_disk_is_full_from_the_start_no_recording_begins()
    {
        using var disk = new SmallDisk();
        File.WriteAllBytes(Path.Join(disk.Path, "full"), new byte[64 * 1024]);

        var fault = Assert.Throws<RecordingException>(() => SessionRecording.Start(disk.Path, Samples.Header, _time));

        Assert.Contains("the disk is full", fault.Message, StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFiles(disk.Path));
    }

    private void Try(SessionRecording recording)
    {
        _time.Advance(ATry);
        recording.Sync();
    }
}
