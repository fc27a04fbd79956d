using System.Collections.Immutable;
using System.CommandLine;
using CoRegulation.Biofeedback.App.Sensors;
using CoRegulation.Biofeedback.App.Window;
using CoRegulation.Biofeedback.App.Window.Radio;
using CoRegulation.Biofeedback.App.Window.Words;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sessions.Straps;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary><c>coreg live</c>: straps in the plot window.</summary>
internal static class LiveCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var straps = new StrapOptions("Where to record: a folder, in which the file is called by the time, or a new file (default: nothing is recorded unless you ask for it in the window)");
        var window = new PlotWindow();
        var command = new ExampleCommand(
            "live",
            "Choose straps and see them in the plot window; with --a and --b it starts at once",
            "coreg live --record recordings",
            "coreg live --a bluez:AA:BB:CC:DD:EE:01 --b bluez:AA:BB:CC:DD:EE:02 --record recordings",
            "coreg live --resume recordings/2026-11-24T193000+0100.coreg.jsonl");
        straps.AddTo(command);
        window.AddTo(command);
        command.SetAction((parsed, cancellationToken) => ShowAsync(parsed, straps, window, cancellationToken));
        return command;
    }

    // In the home folder and not among the documents: those are copied to a cloud on many machines.
    private static string RecordInto => Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "coreg");

    private static async Task<int> ShowAsync(ParseResult parsed, StrapOptions options, PlotWindow window, CancellationToken cancellationToken)
    {
        var time = new ArrivalClock();
        var chosen = options.Chosen(parsed);
        var output = parsed.InvocationConfiguration.Output;
        await using var backends = options.OpenBackends(parsed, time);
        var browser = new BrowserBackend(time);
        var start = options.Start(parsed, chosen);
        await using var stage = new LiveStage(start, [.. backends.All, browser], time, RememberedStraps.DefaultFile, RecordInto);
        Seat(stage, chosen);
        // One that has begun has shown it.
        if (stage.Session is null)
            start.MustBePossible(time);
        var result = await window.ShowAsync(parsed, new LiveWindow(stage, time, browser), () => TellAsync(stage, output), cancellationToken);
        if (stage.Session is { Recording: not null } session)
        {
            await session.EndAsync();
            output.WriteLine(OneLine.Of($"written    {session.Recording.Path}: {TimeWords.Clock(session.Transport.PositionS)}"));
            LiveConsole.MustBeWhole(session.Recording);
        }

        return result;
    }

    private static void Seat(LiveStage stage, ImmutableArray<Wearer> chosen)
    {
        var worn = chosen.Where(wearer => wearer.StrapId is not null).ToArray();
        foreach (var (person, id, name) in worn)
            stage.Choose(person.Id, StrapIdentity.IsSimulated(id!) ? SimulatedStraps.Of(id!, person.Id) : id!, name);
        // Both are known, or all who took part before: nothing is left to choose.
        if (worn.Length == 2 || (stage.IsResumed && worn.Length > 0))
            stage.Start();
    }

    /// <summary>Says where the recording is, as soon as there is one; ends with the session, and with its error where it has one.</summary>
    private static async Task TellAsync(LiveStage stage, TextWriter output)
    {
        try
        {
            var session = await stage.Started;
            await Task.WhenAny(session.Recorded, session.Completion);
            if (session.Recording is { } recording)
                output.TryWriteLine(OneLine.Of($"recording  {recording.Path}"));
            await session.Completion;
        }
        catch (OperationCanceledException)
        {
            // Closed before anything began.
        }
    }
}
