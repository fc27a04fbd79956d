using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.EndToEnd.Commands;

/// <summary>A console that takes no word (a terminal that went away, a log on a full disk) ends no recording.</summary>
public sealed class DeafConsoleTests : IDisposable
{
    private const string Shell = "/bin/sh";
    private const string Full = "/dev/full";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_recording_goes_on_to_its_end_where_the_error_output_takes_nothing()
    {
        await using var coreg = Start("2", "record", "--a", "sim:settling", "--duration", "6");
        var ended = await coreg.EndAsync();

        Assert.Equal((0, ""), (ended.ExitStatus, ended.Error));
        var recorded = await RecordedAsync();
        Assert.True(recorded.Finished);
        Assert.InRange(recorded.Facts.Max(fact => fact.TimeS), 6, double.MaxValue);
        Assert.Contains(recorded.Facts, fact => fact is NotificationFact { TimeS: > 3 });
        Assert.Contains("written  ", ended.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("record", "--a", "sim:settling")]
    [InlineData("live", "--a", "sim:settling", "--b", "sim:settling", "--no-browser")]
    public async Task A_recording_goes_on_until_it_is_ended_where_the_output_takes_nothing(params string[] command)
    {
        await using var coreg = Start("1", command);
        var ended = coreg.EndAsync();
        await Patience.UntilAsync(async () => ended.IsCompleted || (await RecordedAsync()).Facts.Any(fact => fact is NotificationFact { TimeS: > 3 }));

        Assert.False(ended.IsCompleted, coreg.Error);
        coreg.Signal(Coreg.Terminate);
        await ended;
        Assert.True((await RecordedAsync()).Finished);
    }

    /// <summary>Starts the program with an output that takes nothing: 1 is the one for results, 2 the one for errors.</summary>
    private Coreg Start(string deaf, params string[] arguments)
    {
        Assert.SkipUnless(File.Exists(Full) && File.Exists(Shell), $"needs {Full} and {Shell}");
        return Coreg.Start(Surroundings.Near(_folder) with { Program = Shell }, ["-c", $"exec \"$0\" \"$@\" {deaf}>{Full}", Repository.Program, .. arguments, "--record", _folder["s.coreg.jsonl"]]);
    }

    private async Task<RecordedSession> RecordedAsync()
    {
        await Patience.UntilAsync(() => File.Exists(_folder["s.coreg.jsonl"]) && new FileInfo(_folder["s.coreg.jsonl"]).Length > 0);
        return RecordingReader.Read(_folder["s.coreg.jsonl"]);
    }
}
