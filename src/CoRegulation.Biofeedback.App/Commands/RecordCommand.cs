using System.Collections.Immutable;
using System.CommandLine;
using CoRegulation.Biofeedback.App.Window.Radio;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sessions.Live;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary><c>coreg record</c>: straps without a window.</summary>
internal static class RecordCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var straps = new StrapOptions("Where to record: a folder, in which the file is called by the time, or a new file (*.coreg.jsonl)");
        var duration = Inputs.Number(
            "--duration", "S", "End after so many seconds (default: at Ctrl-C)", seconds => seconds is > 0 and <= 7 * 86_400, "a number of seconds above 0, a week at most");
        var command = new ExampleCommand(
            "record",
            "Record one or two straps without a window, until Ctrl-C",
            "coreg record --a bluez:AA:BB:CC:DD:EE:01 --b bluez:AA:BB:CC:DD:EE:02 --record recordings",
            "coreg record --resume recordings/2026-11-24T193000+0100.coreg.jsonl") { duration };
        straps.AddTo(command);
        command.Validators.Add(result =>
        {
            var given = result.Children.OfType<System.CommandLine.Parsing.OptionResult>().Select(option => option.Option.Name).ToHashSet();
            if (!given.Contains("--record") && !given.Contains("--resume"))
                result.AddError("--record DIR or FILE is needed, or --resume FILE");
            else if (!given.Contains("--a") && !given.Contains("--resume"))
                result.AddError("--a ID is needed: 'coreg sensors' lists the straps in range");
        });
        command.SetAction((parsed, cancellationToken) => RecordAsync(parsed, straps, parsed.GetValue(duration), cancellationToken));
        return command;
    }

    private static async Task<int> RecordAsync(ParseResult parsed, StrapOptions options, double? durationS, CancellationToken cancellationToken)
    {
        var time = new ArrivalClock();
        var worn = Worn(options.Chosen(parsed), options.Resumed(parsed));
        await using var backends = options.OpenBackends(parsed, time);
        await using var session = options.Start(parsed, worn).Begin(
            start => [.. worn.Select(wearer => new SessionSensor(wearer.Person.Id, backends.Open(wearer.StrapId!, wearer.StrapName, wearer.Person.Id, start)))],
            time);
        var console = new LiveConsole(session, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        console.Begin();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watching = console.WatchAsync(end.Token);
        try
        {
            var over = durationS is { } seconds ? Task.Delay(TimeSpan.FromSeconds(seconds), time, end.Token) : Task.Delay(Timeout.Infinite, end.Token);
            await Task.WhenAny(session.Completion, watching, over);
        }
        finally
        {
            await end.CancelAsync();
            await watching;
        }

        await session.EndAsync();
        return console.End();
    }

    /// <summary>Those whose straps are known.</summary>
    private static ImmutableArray<Wearer> Worn(ImmutableArray<Wearer> chosen, string? resumed)
    {
        ImmutableArray<Wearer> worn = [.. chosen.Where(wearer => wearer.StrapId is not null)];
        if (worn.IsEmpty)
            throw new CommandException(ExitStatus.WrongInput, $"'{resumed}' does not tell who wore which strap: name one with --a ID ('coreg sensors' lists those in range)");
        return resumed is not null && worn.FirstOrDefault(wearer => BrowserIdentity.DeviceOf(wearer.StrapId) is not null) is { } held
            ? throw new CommandException(ExitStatus.WrongInput, $"a browser holds the strap of {held.Person.Name}, which only the window reaches: go on there, with 'coreg live --resume {resumed}'")
            : worn;
    }
}
