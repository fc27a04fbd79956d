using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Recording;
using Microsoft.Extensions.Time.Testing;

namespace CoRegulation.Biofeedback.Sessions.Tests.Recording;

/// <summary>Another file in the place of the recording while it runs, as <c>sed -i</c>, an editor that saves and programs that synchronise leave it.</summary>
public sealed class ReplacedFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new();

    public ReplacedFileTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows puts no file in the place of one that is open.");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_copy_that_is_renamed_over_it_costs_no_line_and_the_session_reads_as_one(bool encrypted)
    {
        var passphrase = encrypted ? new Passphrase("two hearts") : null;
        var ending = encrypted ? ".coreg.enc" : ".coreg.jsonl";
        var (first, copy) = (_folder.File("a" + ending), _folder.File("copy"));
        using (var recording = SessionRecording.Start(first, Samples.Header, _time, passphrase))
        {
            recording.Append(new MarkerFact(1, "one"));
            File.Copy(first, copy);
            recording.Append(new MarkerFact(2, "two"));
            recording.Sync();
            File.Move(copy, first, overwrite: true);
            recording.Append(new MarkerFact(3, "three"));
            recording.Sync();

            Assert.Equal(new RecordingStatus(_folder.File("a.part3" + ending), 3, null, 0), recording.Status);
            recording.Append(new EndFact(4));
        }

        AssertOne(first, "a.part2" + ending, passphrase);
    }

    [Fact]
    public void A_file_that_was_edited_stays_as_it_is_and_what_was_recorded_is_read()
    {
        var first = _folder.File("a.coreg.jsonl");
        string edited;
        using (var recording = SessionRecording.Start(first, Samples.Header, _time))
        {
            recording.Append(new MarkerFact(1, "one"));
            recording.Append(new MarkerFact(2, "two"));
            edited = File.ReadAllText(first).Replace("one", "more than all that is recorded from here on, however long it is: " + new string('x', 1000), StringComparison.Ordinal);
            Replace(first, edited);
            recording.Append(new MarkerFact(3, "three"));
            recording.Append(new EndFact(4));
        }

        AssertOne(first, "a.part2.coreg.jsonl");
        Assert.Equal(edited, File.ReadAllText(first));
    }

    [Fact]
    public void A_file_that_replaces_a_further_part_is_no_damage()
    {
        var first = _folder.File("a.coreg.jsonl");
        RecordingFile.WriteWhole(first, Samples.Header, [new MarkerFact(1, "one")]);
        File.SetLastWriteTimeUtc(first, Samples.Header.Started.UtcDateTime.AddSeconds(1));
        using (var recording = SessionRecording.Resume(first, Samples.Header.Started.AddSeconds(2), _time))
        {
            recording.Append(new MarkerFact(2, "two"));
            recording.Append(new MarkerFact(3, "three"));
            Replace(recording.Status.Path, File.ReadAllText(recording.Status.Path).Replace("two", "2", StringComparison.Ordinal));
            recording.Append(new EndFact(4));
        }

        AssertOne(first, "a.part3.coreg.jsonl", instead: "a.part2.coreg.jsonl");
    }

    [Fact]
    public void What_is_something_else_hides_nothing_that_was_recorded()
    {
        var first = _folder.File("a.coreg.jsonl");
        File.WriteAllText(_folder.File("a.part2.coreg.jsonl"), "somebody's");
        using (var recording = SessionRecording.Start(first, Samples.Header, _time))
        {
            recording.Append(new MarkerFact(1, "one"));
            Replace(first, new string('\n', 100_000));
            recording.Append(new EndFact(2));
        }

        Assert.Equal(100_000, new FileInfo(first).Length);
        Assert.Equal("somebody's", File.ReadAllText(_folder.File("a.part2.coreg.jsonl")));
        Assert.Equal([new MarkerFact(1, "one"), new EndFact(2)], RecordingReader.Read(_folder.File("a.part3.coreg.jsonl")).Facts);
        Assert.Equal([new MarkerFact(1, "one"), new EndFact(2)], RecordingReader.Read(_folder.File("a.part4.coreg.jsonl")).Facts);
    }

    [Fact]
    public void A_new_name_of_the_same_file_in_its_place_is_no_trouble()
    {
        var first = _folder.File("a.coreg.jsonl");
        using var recording = SessionRecording.Start(first, Samples.Header, _time);
        File.Move(first, _folder.File("moved"));
        File.CreateSymbolicLink(first, _folder.File("moved"));
        recording.Append(new MarkerFact(1, "one"));

        recording.Sync();

        Assert.Equal(new RecordingStatus(first, 1, null, 0), recording.Status);
    }

    private static void Replace(string path, string text)
    {
        File.WriteAllText(path + "~", text);
        File.Move(path + "~", path, overwrite: true);
    }

    private void AssertOne(string first, string copy, Passphrase? passphrase = null, string? instead = null)
    {
        var session = RecordingReader.Read(first, passphrase);
        Assert.Equal([new MarkerFact(1, "one"), new MarkerFact(2, "two"), new MarkerFact(3, "three"), new EndFact(4)], session.Facts);
        Assert.Equal(
            [$"'{_folder.File(copy)}' is what was recorded in '{(instead is null ? first : _folder.File(instead))}' before another file was put in its place, and is read instead of that."],
            session.Warnings);
        Assert.True(session.Finished);
    }
}
