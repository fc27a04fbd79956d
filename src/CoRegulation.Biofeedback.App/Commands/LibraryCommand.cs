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

    private readonly PassphraseInput _passphrase = new();

    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON document and nothing else", Recursive = true };

    /// <summary>Makes the command.</summary>
    public static Command Create() => new LibraryCommand().Make();

    private ExampleCommand Make()
    {
        var command = new ExampleCommand(
            "library",
            "Past sessions: which there are, what came out, and how it changes over the weeks",
            "coreg library list",
            "coreg library show evening --library recordings",
            "coreg library trend Ana Ben --library recordings",
            "coreg library rebuild --library recordings")
        { _folder, _json, List(), Show(), Trend(), Rebuild() };
        _passphrase.AddTo(command);
        return command;
    }

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
                using var library = LibraryIndex.Rebuild(parsed.GetValue(_folder), _passphrase.ToRead(parsed), (done, all) => progress.Report(Reading, done, all), stop);
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

    private ExampleCommand Trend()
    {
        var who = new Argument<string[]>("WHO") { Description = "One person or two: a name, or a personId", Arity = new ArgumentArity(1, 2) };
        var simulated = new Option<bool>("--simulated") { Description = "Take simulated sessions in" };
        var imported = new Option<bool>("--imported") { Description = "Take imported sessions in; their date may be that of the import" };
        var command = new ExampleCommand(
            "trend",
            "Show how one person's, or a pair's, numbers change over the weeks: time to baseline with the partner and alone, distance, RMSSD",
            "coreg library trend Ana",
            "coreg library trend Ana Ben --json") { who, simulated, imported };
        command.SetAction((parsed, stop) => Task.Run(
            () =>
            {
                using var library = Open(parsed, stop);
                var sessions = library.Sessions();
                var identities = parsed.GetRequiredValue(who).Select(name => TrendChoice.Person(sessions, name)).ToArray();
                Trend(parsed, identities, TrendChoice.Among(sessions, identities, parsed.GetValue(simulated), parsed.GetValue(imported)));
            },
            CancellationToken.None));
        return command;
    }

    private LibraryIndex Open(ParseResult parsed, CancellationToken stop)
    {
        var error = parsed.InvocationConfiguration.Error;
        using var progress = new ProgressLine(error);
        var library = LibraryIndex.Open(parsed.GetValue(_folder), _passphrase.ToRead(parsed), (done, all) => progress.Report(Reading, done, all), stop);
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

    private void Trend(ParseResult parsed, string[] identities, TrendChoice choice)
    {
        var (output, json) = (parsed.InvocationConfiguration.Output, parsed.GetValue(_json));
        var error = parsed.InvocationConfiguration.Error;
        if (identities is [var one])
        {
            var trend = PersonTrend.Of(one, choice.Sessions);
            Notes();
            if (json)
                JsonOutput.Write(output, TrendJson.Of(trend, choice.Notes));
            else
                TrendText.Write(trend, output);
            return;
        }

        if (identities[0] == identities[1])
            throw new CommandException(ExitStatus.WrongInput, "the two are one person: give two people for a pair, or one for that person's trend");
        if (!choice.Sessions.Any(session => Array.TrueForAll(identities, identity => session.People.Any(person => person.Identity == identity))))
            throw new CommandException(ExitStatus.WrongInput, string.Join("; ", choice.Notes.Prepend("the two have no session together that counts")));
        var pair = PairTrend.Of(identities[0], identities[1], choice.Sessions);
        Notes();
        if (json)
            JsonOutput.Write(output, TrendJson.Of(pair, choice.Notes));
        else
            TrendText.Write(pair, output);

        void Notes()
        {
            foreach (var note in choice.Notes)
                error.WriteLine($"coreg: note: {OneLine.Of(note)}");
        }
    }
}
