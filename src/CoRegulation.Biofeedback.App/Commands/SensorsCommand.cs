using System.CommandLine;
using CoRegulation.Biofeedback.App.Sensors;
using CoRegulation.Biofeedback.Sensors;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary><c>coreg sensors</c>: straps in range, as they appear.</summary>
internal static class SensorsCommand
{
    private const double SecondsInAPipe = 10;

    // A strap advertises several times a second; nobody reads faster than this.
    private static readonly TimeSpan BetweenDrawings = TimeSpan.FromMilliseconds(250);

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Print JSON Lines: one document for each change of a strap, and nothing else" };
        var seconds = Inputs.Number(
            "--seconds", "S", "How long to look (default: on a terminal until Ctrl-C, else 10)", given => given is > 0 and <= 86_400, "a number of seconds above 0, a day at most");
        var command = new ExampleCommand(
            "sensors",
            "List the straps in range as they appear; exit status 1 when there is no way to look for them",
            "coreg sensors",
            "coreg sensors --json --seconds 5") { json, seconds };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var time = new ArrivalClock();
            await using var backends = Backends.OfThisMachine(time);
            return await ListAsync(
                backends.Radios, time, parsed.GetValue(json), parsed.GetValue(seconds), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancellationToken);
        });
        return command;
    }

    /// <summary>Lists what backends see.</summary>
    internal static async Task<int> ListAsync(
        IReadOnlyList<ISensorBackend> radios, TimeProvider time, bool json, double? seconds, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        if (radios.Count == 0)
            throw new CommandException(ExitStatus.WorkFailed, "This build reaches no straps on this system by itself. In the plot window, Chrome and Edge can: coreg live");
        var isTerminal = !json && ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var over = new CancellationTokenSource(Length(seconds, isTerminal), time);
        using var _ = over.Token.Register(end.Cancel);
        var scan = new SensorScan(radios, time);
        if (isTerminal)
            await DrawAsync(scan, new SensorTable(output, () => Console.WindowWidth), time, end.Token);
        else
            await WriteAsync(scan, json, endsWhenHopeless: seconds is null, output, error, end);
        return scan.IsHopeless ? ExitStatus.WorkFailed : ExitStatus.Done;
    }

    private static TimeSpan Length(double? seconds, bool isTerminal) =>
        seconds is null && isTerminal ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(seconds ?? SecondsInAPipe);

    /// <summary>Keeps a table up to date.</summary>
    internal static async Task DrawAsync(SensorScan scan, SensorTable table, TimeProvider time, CancellationToken end)
    {
        table.Draw();
        await using var news = scan.ReadAsync(end).GetAsyncEnumerator(CancellationToken.None);
        var (next, pause, isDrawn) = (news.MoveNextAsync().AsTask(), Task.CompletedTask, true);
        while (true)
        {
            // What comes in a pause is drawn when it is over: there may be nothing more to come.
            Task awaited = isDrawn ? next : Task.WhenAny(next, pause);
            await awaited;
            if (next.IsCompleted)
            {
                if (!await next)
                    break;
                table.Take(news.Current);
                (next, isDrawn) = (news.MoveNextAsync().AsTask(), false);
            }

            if (isDrawn || !pause.IsCompleted)
                continue;
            table.Draw();
            (pause, isDrawn) = (Task.Delay(BetweenDrawings, time, CancellationToken.None), true);
        }

        table.Draw();
    }

    private static async Task WriteAsync(SensorScan scan, bool json, bool endsWhenHopeless, TextWriter output, TextWriter error, CancellationTokenSource end)
    {
        var inRange = new HashSet<string>();
        await foreach (var news in scan.ReadAsync(end.Token))
        {
            if (news.Trouble is { } trouble)
                error.WriteLine(OneLine.Of($"coreg: {news.Backend}: {trouble}"));
            else if (json)
                JsonOutput.WriteLine(output, new SensorLine(news.Backend, news.Sighting!));
            else
                WriteChange(news, inRange, output);
            output.Flush();
            if (endsWhenHopeless && scan.IsHopeless)
                await end.CancelAsync();
        }
    }

    // A line when a strap comes and one when it goes; how its signal sways is for the table.
    private static void WriteChange(ScanNews news, HashSet<string> inRange, TextWriter output)
    {
        var sighting = news.Sighting!;
        if (sighting.IsInRange && inRange.Add(sighting.Id))
            output.WriteLine(OneLine.Of(string.Join("  ", SensorWords.Row(news.Backend, sighting))));
        else if (!sighting.IsInRange && inRange.Remove(sighting.Id))
            output.WriteLine(OneLine.Of($"{sighting.Name}  {sighting.Id}  out of range"));
    }
}
