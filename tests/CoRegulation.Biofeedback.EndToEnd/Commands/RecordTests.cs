using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.EndToEnd.Commands;

/// <summary>How <c>record</c> and <c>live</c> begin and end, where there is no Bluetooth.</summary>
public sealed class RecordTests : IDisposable
{
    private const string One = "bluez:AA:BB:CC:DD:EE:01";
    private const string Python = "/usr/bin/python3";

    // Runs a program in a terminal of its own until it has recorded something, then closes the terminal.
    private const string Terminal = """
        import os, pty, sys
        file, program = sys.argv[1], sys.argv[2:]
        child, terminal = pty.fork()
        if child == 0:
            os.execv(program[0], program)
        while not (os.path.exists(file) and b'notification' in open(file, 'rb').read()):
            os.read(terminal, 65536)
        os.close(terminal)
        print('exit' if os.WIFEXITED(os.waitpid(child, 0)[1]) else 'signal')
        """;

    private readonly TemporaryFolder _folder = new();

    private string File => _folder["s.coreg.jsonl"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Where_no_strap_could_work_it_says_why_and_that_the_work_failed()
    {
        await using var coreg = Start("record", "--a", One, "--b", "bluez:AA:BB:CC:DD:EE:02", "--record", File);
        await Patience.UntilAsync(() => coreg.Error.Split("There is no message bus").Length > 2);
        var ended = await coreg.EndByAsync(Coreg.Terminate);

        Assert.Equal(1, ended.ExitStatus);
        Assert.Contains("0 beats", ended.Output, StringComparison.Ordinal);
        Assert.StartsWith("coreg: There is no message bus", ended.Error.Split('\n')[^2], StringComparison.Ordinal);
        // What was tried stays to be read.
        Assert.Contains(RecordingReader.Read(File).Facts, fact => fact is SensorFact { Detail: not null });
    }

    [Theory]
    [InlineData("record", "--a", "sim:settling")]
    [InlineData("live", "--a", "sim:settling", "--b", "sim:settling", "--no-browser")]
    public async Task A_terminal_that_is_closed_ends_it_properly(params string[] arguments)
    {
        Assert.SkipUnless(Coreg.HangUpIsHeard, "needs a terminal, or whatever lets programs hear SIGHUP");
        await using var coreg = Start([.. arguments, "--record", File]);
        await Patience.UntilAsync(() => coreg.Output.Contains("recording  ", StringComparison.Ordinal) && RecordingReader.Read(File).Facts.Any(fact => fact is NotificationFact));

        var ended = await coreg.EndByAsync(Coreg.HangUp);

        Assert.Equal((0, ""), (ended.ExitStatus, ended.Error.Contains("coreg:", StringComparison.Ordinal) ? ended.Error : ""));
        Assert.Contains("written  ", ended.Output, StringComparison.Ordinal);
        Assert.True(RecordingReader.Read(File).Finished);
    }

    [Fact]
    public async Task That_nothing_can_be_written_to_a_closed_terminal_is_no_trouble()
    {
        Assert.SkipUnless(System.IO.File.Exists(Python) && Coreg.HangUpIsHeard, $"needs {Python}, and whatever lets programs hear SIGHUP");

        var result = await Coreg.RunInAsync(
            Surroundings.Near(_folder) with { Program = Python }, "-c", Terminal, File, Repository.Program, "record", "--a", "sim:settling", "--record", File);

        Assert.Equal(new CoregResult(0, "exit\n", ""), result);
        Assert.True(RecordingReader.Read(File).Finished);
    }

    [Theory]
    [InlineData("record")]
    [InlineData("live", "--no-browser")]
    public async Task One_strap_for_both_is_refused_however_it_is_written(params string[] command)
    {
        var result = await RunAsync([.. command, "--a", One, "--b", One.ToLowerInvariant(), "--record", File]);

        Assert.Equal((2, ""), (result.ExitStatus, result.Output));
        Assert.Contains("are the same strap", result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Two_people_of_one_name_are_refused()
    {
        var result = await RunAsync("record", "--a", "sim:settling", "--b", "sim:settling", "--name-a", "Ana", "--name-b", "ana", "--record", File);

        Assert.Equal((2, ""), (result.ExitStatus, result.Output));
        Assert.Contains("give each a name of their own", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "foo.txt", "end it in .coreg.jsonl, or give a folder")]
    [InlineData(2, "foo.JSONL", "end it in .coreg.jsonl, or give a folder")]
    [InlineData(2, "foo.coreg.enc", "end it in .coreg.jsonl, or give a folder")]
    [InlineData(2, "foo.part2.coreg.jsonl", "would be taken for a part of")]
    [InlineData(2, "there.coreg.jsonl", "exists and is not overwritten")]
    [InlineData(2, "there", "")]
    [InlineData(2, "none/s.coreg.jsonl", "its folder is not there")]
    [InlineData(1, "/proc/x", "could not be written")]
    public async Task Where_nothing_can_be_recorded_the_window_does_not_open(int status, string place, string says)
    {
        string[] there = [_folder["there"], _folder["there.coreg.jsonl"]];
        foreach (var file in there)
            await System.IO.File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        var live = await RunAsync("live", "--no-browser", "--record", _folder[place]);
        var record = await RunAsync("record", "--a", One, "--record", _folder[place]);

        Assert.Equal(record with { Output = "" }, live);
        Assert.Equal((status, ""), (live.ExitStatus, live.Output));
        Assert.Contains(says, live.Error, StringComparison.Ordinal);
        Assert.Equal(there, Directory.GetFileSystemEntries(_folder.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_place_that_was_tried_is_as_it_was_until_the_session_starts()
    {
        await using var coreg = Start("live", "--no-browser", "--record", _folder["new/folder"]);
        await coreg.UrlAsync();

        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    private Task<CoregResult> RunAsync(params string[] arguments) => Coreg.RunInAsync(Surroundings.Near(_folder), arguments);

    private Coreg Start(params string[] arguments) => Coreg.Start(Surroundings.Near(_folder), arguments);
}
