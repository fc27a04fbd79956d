using System.Globalization;
using System.Text;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.Sessions.Tests.Recording;

public sealed class RecordingFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(200)]
    [InlineData(1000)]
    [InlineData(5000)]
    public void A_process_that_is_killed_loses_nothing_that_it_appended(int killAfter)
    {
        var path = _folder.File("a.coreg.jsonl");
        using var child = AppendingChild.Start(path);
        var told = 0;
        while (told < killAfter && child.StandardOutput.ReadLine() is { } line)
            told = int.Parse(line, CultureInfo.InvariantCulture);
        child.Kill();
        // What it told between the last line read and its death counts, too; its very last line may be cut.
        var rest = child.StandardOutput.ReadToEnd();
        told += rest.Count(c => c == '\n');
        child.WaitForExit();

        var session = RecordingReader.Read(path);

        Assert.InRange(told, killAfter, int.MaxValue);
        Assert.InRange(session.Facts.Count, told, told + 1);
        Assert.Equal(Enumerable.Range(1, session.Facts.Count).Select(AppendingChild.Fact), session.Facts);
        Assert.False(session.Finished);
    }

    [Fact]
    public void Only_the_owner_can_read_a_recording()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        var (live, whole) = (_folder.File("a.coreg.jsonl"), _folder.File("b.coreg.jsonl"));
        SessionRecording.Start(live, Samples.Header, TimeProvider.System).Dispose();
        RecordingFile.WriteWhole(whole, Samples.Header, []);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(live));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(whole));
    }

    [Fact]
    public void A_second_writer_is_refused_and_changes_nothing()
    {
        var path = _folder.File("a.coreg.jsonl");
        using var writer = SessionRecording.Start(path, Samples.Header, TimeProvider.System);
        writer.Append(new MarkerFact(1, "one"));

        var refused = Assert.Throws<RecordingException>(() => SessionRecording.Start(path, Samples.Header, TimeProvider.System));
        var refusedWhole = Assert.Throws<RecordingException>(() => RecordingFile.WriteWhole(path, Samples.Header, []));
        writer.Append(new MarkerFact(2, "two"));

        Assert.Equal($"'{path}' exists and is not overwritten. Choose another name.", refused.Message);
        Assert.Equal(refused.Message, refusedWhole.Message);
        Assert.True(refused.InputIsWrong);
        Assert.Equal(2, RecordingReader.Read(path).Facts.Count);
    }

    [Fact]
    public void A_fact_from_the_past_is_refused_and_the_file_goes_on()
    {
        var path = _folder.File("a.coreg.jsonl");
        using var writer = SessionRecording.Start(path, Samples.Header with { Part = 2, PartStartS = 1 }, TimeProvider.System);

        Assert.Throws<ArgumentException>(() => writer.Append(new MarkerFact(0.5, "before its part")));
        writer.Append(new MarkerFact(2, "two"));
        Assert.Throws<ArgumentException>(() => writer.Append(new MarkerFact(1.999999, "late")));
        Assert.Throws<ArgumentException>(() => writer.Append(new MarkerFact(5, "two lines") { Extra = "{\"a\":[\n]}" }));
        writer.Append(new MarkerFact(2, "again"));

        Assert.Equal([new MarkerFact(2, "two"), new MarkerFact(2, "again")], RecordingReader.Read(path).Facts);
    }

    [Fact]
    public void On_a_full_disk_nothing_half_written_is_left()
    {
        using var disk = new SmallDisk();
        var path = Path.Join(disk.Path, "a.coreg.jsonl");
        var facts = Enumerable.Range(0, 1000).Select(i => new NoteFact(i, new string('x', 999)));

        var fault = Assert.Throws<RecordingException>(() => RecordingFile.WriteWhole(path, Samples.Header, facts));

        Assert.Equal($"'{path}' could not be written: the disk is full. Free some space, or choose another disk.", fault.Message);
        Assert.Empty(Directory.EnumerateFileSystemEntries(disk.Path));
    }

    [Fact]
    public void Facts_that_fail_on_the_way_leave_nothing_behind()
    {
        var path = _folder.File("a.coreg.jsonl");

        Assert.Throws<ArgumentException>(() => RecordingFile.WriteWhole(path, Samples.Header, [new EndFact(2), new EndFact(1)]));

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_file_is_replaced_only_when_asked_and_then_as_a_whole()
    {
        var path = _folder.Write("a.coreg.jsonl", "precious");
        Assert.Throws<RecordingException>(() => RecordingFile.WriteWhole(path, Samples.Header, []));
        Assert.Equal("precious\n", File.ReadAllText(path));

        RecordingFile.WriteWhole(path, Samples.Header, [new EndFact(1)], overwrite: true);

        Assert.Equal([new EndFact(1)], RecordingReader.Read(path).Facts);
        Assert.Equal([path], Directory.EnumerateFiles(_folder.Path));
    }

    [Fact]
    public void A_folder_that_is_not_there_or_not_to_be_written_is_named()
    {
        var missing = _folder.File("none/a.coreg.jsonl");
        var expected = $"'{missing}' could not be written: its folder is not there. Make the folder first, or choose another.";
        Assert.Equal(expected, Assert.Throws<RecordingException>(() => SessionRecording.Start(missing, Samples.Header, TimeProvider.System)).Message);
        Assert.Equal(expected, Assert.Throws<RecordingException>(() => RecordingFile.WriteWhole(missing, Samples.Header, [])).Message);

        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs a folder that refuses everyone, such as /sys.");
        const string Refusing = "/sys/a.coreg.jsonl";
        var refused = Assert.Throws<RecordingException>(() => RecordingFile.WriteWhole(Refusing, Samples.Header, []));
        Assert.Equal($"'{Refusing}' could not be written: this user may not write there. Choose another folder.", refused.Message);
        Assert.False(refused.InputIsWrong);
        Assert.Equal(refused.Message, Assert.Throws<RecordingException>(() => SessionRecording.Start(Refusing, Samples.Header, TimeProvider.System)).Message);
    }

    [Fact]
    public void Names_are_data_and_stand_in_the_file_as_they_are()
    {
        var path = _folder.File("a.coreg.jsonl");
        RecordingFile.WriteWhole(path, Samples.Header with { People = [new Person { Id = "A", Name = "<script>alert('x')</script>" }, new Person { Id = "B", Name = "../../Jürgen" }] }, []);

        Assert.Contains("""[{"id":"A","name":"<script>alert('x')</script>"},{"id":"B","name":"../../Jürgen"}]""", File.ReadAllText(path, Encoding.UTF8), StringComparison.Ordinal);
        Assert.Equal([path], Directory.EnumerateFiles(_folder.Path));
    }
}
