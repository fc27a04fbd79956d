using System.Globalization;
using System.Text.RegularExpressions;
using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.EndToEnd.Commands;

/// <summary>What <c>coreg record</c> does with the disk, and what is done to it meanwhile.</summary>
public sealed partial class RecordOnDiskTests(ITestOutputHelper output) : IDisposable
{
    private const int Stop = 19;
    private const int Continue = 18;
    private const double StoppedForS = 4;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    // The wait between two syncs, s. A busy machine makes it longer, now and then; none makes it shorter than it was meant to be.
    private const double LongestBetweenSyncsS = 0.5;

    [Fact]
    public async Task Each_line_is_one_write_and_on_the_disk_within_a_second_as_system_calls_show()
    {
        var strace = Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(folder => Path.Join(folder, "strace")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(strace is null, "needs strace (Debian: strace)");
        var (path, trace) = (_folder["a.coreg.jsonl"], _folder["trace"]);

        var traced = await Coreg.RunInAsync(
            new Surroundings { Program = strace! },
            "-f", "-ttt", "-T", "-y", "-e", "trace=write,pwrite64,fsync,fdatasync,?stat,?lstat,?newfstatat,?statx", "-e", "signal=none", "-o", trace,
            Repository.Program, "record", "--a", "sim:settling", "--b", "sim:settling", "--duration", "15", "--record", path);
        Assert.SkipWhen(traced.Error.Contains("PTRACE", StringComparison.Ordinal) || traced.Error.Contains("ptrace", StringComparison.Ordinal), "needs the right to trace a process");
        Assert.Equal(0, traced.ExitStatus);

        var calls = Calls(await File.ReadAllLinesAsync(trace, Cancellation), path);
        var lines = await File.ReadAllLinesAsync(path, Cancellation);
        Assert.Equal(lines.Select(line => System.Text.Encoding.UTF8.GetByteCount(line) + 1), calls.Where(call => call.Does is Does.Write).Select(call => call.Result));
        Assert.True(lines.Length > 20, "Too few lines to show anything.");

        // Every sync ends with a look whether the file is still there, also where there is nothing new. A line whose sync had begun before it is on the disk
        // with the next one: after two syncs at most.
        var writes = calls.FindAll(call => call.Does is Does.Write);
        var syncs = calls.FindAll(call => call.Does is Does.Sync);
        var looks = calls.FindAll(call => call.Does is Does.Look && call.BeginS > writes[0].EndS);
        var syncOf = writes.ConvertAll(write => syncs.Where(sync => sync.BeginS >= write.EndS).MinBy(sync => sync.BeginS));
        Assert.DoesNotContain(null, syncOf);
        Assert.All(writes.Zip(syncOf), line => Assert.InRange(looks.Count(look => look.BeginS >= line.First.EndS && look.EndS <= line.Second!.BeginS), 0, 1));
        var betweenS = looks.Zip(looks.Skip(1), (look, next) => next.BeginS - look.EndS).SkipLast(1).Order().ToArray();
        Assert.InRange(betweenS[0], 0, LongestBetweenSyncsS);
        var waitsS = writes.Zip(syncOf, (write, sync) => sync!.EndS - write.EndS).Order().ToArray();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{lines.Length} lines, {looks.Count} syncs, {betweenS[0]:0.000} to {betweenS[^1]:0.000} s apart, {syncs.Count} with something new; a line was on the disk after {waitsS[waitsS.Length / 2]:0.000} s (median), {waitsS[^1]:0.000} s (longest)"));
    }

    [Fact]
    public async Task Stopped_for_a_while_and_continued_it_has_every_message_once_and_in_order()
    {
        var path = _folder["a.coreg.jsonl"];
        await using var coreg = Coreg.Start(new Surroundings(), "record", "--a", "sim:settling", "--b", "sim:settling", "--record", path);
        await Patience.UntilAsync(() => coreg.Output.StartsWith("recording", StringComparison.Ordinal));
        await HeardAsync(afterS: 0);
        coreg.Signal(Stop);
        await Task.Delay(TimeSpan.FromSeconds(StoppedForS), Cancellation);
        var stoppedS = Messages().Max(fact => fact.TimeS);
        coreg.Signal(Continue);
        // Each strap again, and not only with what it had sent meanwhile.
        await HeardAsync(afterS: stoppedS + StoppedForS + 1);
        var ended = await coreg.EndByAsync(Coreg.Terminate);

        Assert.Equal(0, ended.ExitStatus);
        var recording = RecordingReader.Read(path);
        Assert.True(recording.Finished);
        var simulated = Simulator.Run(Scenarios.Settling, seed: 1).Messages.OfType<SimulatedNotification>().ToLookup(message => message.Person);
        foreach (var person in recording.Facts.OfType<NotificationFact>().GroupBy(fact => fact.Person))
            Assert.NotEqual(-1, HeardMessages.Begin([.. person], [.. simulated[person.Key]]));

        IEnumerable<NotificationFact> Messages() => RecordingReader.Read(path).Facts.OfType<NotificationFact>();

        Task HeardAsync(double afterS) =>
            Patience.UntilAsync(() => Messages().Where(fact => fact.TimeS > afterS).Select(fact => fact.Person).Distinct().Count() == 2);
    }

    [Fact]
    public async Task A_full_disk_is_told_and_the_session_goes_on_in_a_new_part_when_there_is_room()
    {
        // The disk is given out in pages; all but one are taken, and a long header leaves little of that one.
        const int Page = 4096;
        using var disk = SmallDisk.OfBytes(16 * Page);
        var filler = disk["filler"];
        await File.WriteAllBytesAsync(filler, new byte[15 * Page], Cancellation);
        await using var coreg = Coreg.Start(
            new Surroundings(), "record", "--a", "sim:settling", "--b", "sim:settling", "--name-a", new string('x', 3500), "--record", disk["a.coreg.jsonl"]);
        await Patience.UntilAsync(() => coreg.Error.Contains("the disk is full", StringComparison.Ordinal));
        File.Delete(filler);
        await Patience.UntilAsync(() => coreg.Error.Contains("recording again", StringComparison.Ordinal));
        var ended = await coreg.EndByAsync(Coreg.Terminate);

        Assert.Equal(0, ended.ExitStatus);
        Assert.Contains("Free some space, and it goes on by itself in a new part", ended.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(disk["a.part2.coreg.jsonl"]), "There is no second part.");
        var check = await Coreg.RunAsync("check", disk["a.coreg.jsonl"]);
        Assert.Equal((0, ""), (check.ExitStatus, check.Error));
        Assert.Contains(": whole", check.Output, StringComparison.Ordinal);
        Assert.Contains("in 2 files", check.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("gap (", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_when_the_session_ends_on_a_full_disk_goes_to_a_file_that_is_named_and_moved_back_it_is_one_recording()
    {
        const int Page = 4096;
        using var disk = SmallDisk.OfBytes(16 * Page);
        var filler = disk["filler"];
        await File.WriteAllBytesAsync(filler, new byte[15 * Page], Cancellation);
        var ended = await Coreg.RunInAsync(
            new Surroundings { Environment = new Dictionary<string, string> { ["XDG_DATA_HOME"] = _folder["data"] } },
            "record", "--a", "sim:settling", "--b", "sim:settling", "--name-a", new string('x', 3500), "--duration", "8", "--record", disk["a.coreg.jsonl"]);

        var last = _folder["data/coreg/recordings/a.part2.coreg.jsonl"];
        Assert.Equal(1, ended.ExitStatus);
        Assert.Contains($"the disk is full. Free some space, and move '{last}' beside '{disk["a.coreg.jsonl"]}'", ended.Error, StringComparison.Ordinal);
        File.Delete(filler);
        File.Move(last, disk["a.part2.coreg.jsonl"]);
        var check = await Coreg.RunAsync("check", disk["a.coreg.jsonl"]);
        Assert.Equal((0, ""), (check.ExitStatus, check.Error));
        Assert.Contains(": whole", check.Output, StringComparison.Ordinal);
        Assert.Contains("in 2 files", check.Output, StringComparison.Ordinal);
    }

    private static List<Call> Calls(string[] trace, string path)
    {
        var calls = new List<Call>();
        var begun = new Dictionary<string, (double BeginS, string Text)>();
        foreach (var line in trace)
        {
            var parts = line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length < 3 || !double.TryParse(parts[1], CultureInfo.InvariantCulture, out var timeS))
                continue;
            var (thread, text) = (parts[0], parts[2]);
            if (text.Contains("<unfinished ...>", StringComparison.Ordinal))
            {
                begun[thread] = (timeS, text);
                continue;
            }

            var (beginS, begin) = text.StartsWith("<...", StringComparison.Ordinal) && begun.Remove(thread, out var before) ? before : (timeS, text);
            if (!(begin.Contains($"<{path}>", StringComparison.Ordinal) || begin.Contains($"\"{path}\"", StringComparison.Ordinal)) || Result().Match(text) is not { Success: true } result)
                continue;
            var tookS = double.Parse(result.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
            calls.Add(new(beginS, beginS + tookS, What(begin), int.Parse(result.Groups[1].ValueSpan, CultureInfo.InvariantCulture)));
        }

        return calls;
    }

    [GeneratedRegex(@"= (\d+) <([\d.]+)>$")]
    private static partial Regex Result();

    private static Does What(string call) => call[..call.IndexOf('(', StringComparison.Ordinal)] switch
    {
        "write" or "pwrite64" => Does.Write,
        "fsync" or "fdatasync" => Does.Sync,
        _ => Does.Look,
    };

    private enum Does
    {
        Write,
        Sync,
        Look,
    }

    private sealed record Call(double BeginS, double EndS, Does Does, int Result);
}
