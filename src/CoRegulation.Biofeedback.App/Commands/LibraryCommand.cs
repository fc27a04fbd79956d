using System.CommandLine;
using CoRegulation.Biofeedback.Sessions.Library;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary><c>coreg library</c>: past sessions and what became of them over time.</summary>
internal sealed class LibraryCommand
{
    private const string Reading = "recording";

    private readonly Option<string?> _folder = new("--library")
    {
        HelpName = "DIR",
        Description = "The folder with the recordings, folders in it included; the index is kept beside them (default: a folder of this account, which 'list' names)",
        Recursive = true,
    };

    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON document and nothing else", Recursive = true };

    /// <summary>Makes the command.</summary>
    public static Command Create() => new LibraryCommand().Make();

    private ExampleCommand Make() => new(
        "library",
        "Past sessions: which there are, what came out, and how it changes over the weeks",
        "coreg library list",
        "coreg library show evening --library recordings",
        "coreg library rebuild --library recordings")
    {
        _folder, _json, List(), Show(), Rebuild(),
    };

    private ExampleCommand List()
    {
        var command = new ExampleCommand("list", "List the sessions, the earliest first", "coreg library list", "coreg library list --library recordings --json");
        command.SetAction((parsed, stop) => Task.Run(
            () =>
            {
                using var library = Open(parsed, stop);
                WriteList(parsed, library);
            },
            CancellationToken.None));
        return command;
    }

    private ExampleCommand Rebuild()
    {
        var command = new ExampleCommand("rebuild", "Make the index anew from the recordings, whatever it holds", "coreg library rebuild --library recordings");
        command.SetAction((parsed, stop) => Task.Run(
            () =>
            {
                using var progress = new ProgressLine(parsed.InvocationConfiguration.Error);
                using var library = LibraryIndex.Rebuild(parsed.GetValue(_folder), (done, all) => progress.Report(Reading, done, all), stop);
                progress.Dispose();
                WriteList(parsed, library);
            },
            CancellationToken.None));
        return command;
    }

    private ExampleCommand Show()
    {
        var name = new Argument<string>("SESSION") { Description = "A session as 'list' names it, or how its name or its date begins; 'last' for the latest" };
        var command = new ExampleCommand("show", "Show the numbers of a session; with --json its summary.json", "coreg library show evening", "coreg library show last --json") { name };
        command.SetAction((parsed, stop) => Task.Run(
            () =>
            {
                using var library = Open(parsed, stop);
                Show(parsed, library, SessionChoice.Find(library.Sessions(), parsed.GetRequiredValue(name)));
            },
            CancellationToken.None));
        return command;
    }

    private LibraryIndex Open(ParseResult parsed, CancellationToken stop)
    {
        var error = parsed.InvocationConfiguration.Error;
        using var progress = new ProgressLine(error);
        var library = LibraryIndex.Open(parsed.GetValue(_folder), (done, all) => progress.Report(Reading, done, all), stop);
        if (!library.IsKept)
            error.WriteLine(OneLine.Of($"coreg: note: '{library.Folder}' cannot be written, so the index is not kept and every recording is read each time"));
        return library;
    }

    private void WriteList(ParseResult parsed, LibraryIndex library)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var sessions = library.Sessions();
        if (parsed.GetValue(_json))
            JsonOutput.Write(output, new { library = Path.GetFullPath(library.Folder), sessions });
        else if (sessions.Count > 0)
            LibraryText.WriteList(sessions, output);
        if (sessions.Count == 0)
            error.WriteLine(OneLine.Of($"coreg: note: '{library.Folder}' has no recording: put files *.coreg.jsonl there, or name another folder with --library"));
    }

    private void Show(ParseResult parsed, LibraryIndex library, LibrarySession session)
    {
        var output = parsed.InvocationConfiguration.Output;
        if (session.Problem is { } problem)
            throw new CommandException(ExitStatus.WorkFailed, problem);
        if (parsed.GetValue(_json))
            output.Write(library.Summary(session));
        else
            LibraryText.WriteSession(session, output);
    }
}
