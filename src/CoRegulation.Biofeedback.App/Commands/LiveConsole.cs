using CoRegulation.Biofeedback.App.Window.Words;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sessions.Live;
using CoRegulation.Biofeedback.Sessions.Recording;
using CoRegulation.Biofeedback.Sessions.Snapshots;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary>A session on a terminal: a few lines that stay in their place, or in a pipe one line for each thing that changed.</summary>
internal sealed class LiveConsole(StrapSession session, TextWriter output, TextWriter error)
{
    private readonly bool _isTerminal = ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;
    private readonly Dictionary<string, string> _told = [];
    private int _linesShown;

    /// <summary>Says where the recording is: the first line of the output.</summary>
    public void Begin()
    {
        if (session.Recording is { } recording)
            output.TryWriteLine(OneLine.Of($"recording  {recording.Path}"));
        if (_isTerminal)
            error.TryWriteLine("Ctrl-C ends the recording properly. Exploratory, not a medical device.");
    }

    /// <summary>Shows what happens until cancelled, or until no strap can work any more.</summary>
    public async Task WatchAsync(CancellationToken cancellationToken)
    {
        await foreach (var message in session.Subscribe(cancellationToken))
        {
            if (message is not SnapshotMessage { Snapshot: var snapshot } || snapshot.Index % Snapshot.PerSecond != 0)
                continue;
            var straps = session.Straps;
            if (_isTerminal)
                Redraw(snapshot, straps);
            else
                TellChanges(straps);
            if (straps.All(strap => strap.State is SensorState.GaveUp))
                return;
        }
    }

    /// <summary>Sums up, and says how the command ends.</summary>
    public int End()
    {
        var straps = session.Straps;
        if (!_isTerminal)
            TellChanges(straps);
        var people = session.Header.People.Select((person, index) => $"{person.Name} {Beats(index)}");
        var clock = TimeWords.Clock(session.Transport.PositionS);
        if (session.Recording is { } recording)
        {
            output.WriteLine(OneLine.Of($"written    {recording.Path}: {clock}, {string.Join(", ", people)}"));
            MustBeWhole(recording);
        }

        return straps.Count > 0 && (straps.All(strap => strap.State is SensorState.GaveUp) || straps.All(IsMute))
            ? throw new CommandException(ExitStatus.WorkFailed, string.Join(" ", straps.Select(strap => strap.Detail).Distinct()))
            : ExitStatus.Done;
    }

    /// <summary>Says when the disk took not all to the last.</summary>
    /// <exception cref="CommandException">Lines are in a spare folder, or were lost.</exception>
    public static void MustBeWhole(RecordingStatus recording)
    {
        if ((recording.Elsewhere ?? recording.Trouble) is { } sentence)
            throw new CommandException(ExitStatus.WorkFailed, sentence);
    }

    // Nothing came of it to the last, and it is known why.
    private static bool IsMute(StrapStatus strap) => strap is { HasSpoken: false, State: SensorState.Lost or SensorState.GaveUp, Detail: not null };

    private string Beats(int person)
    {
        var count = session.History.Beats(person).Length;
        return count == 1 ? "1 beat" : FormattableString.Invariant($"{count} beats");
    }

    private void TellChanges(IReadOnlyList<StrapStatus> straps)
    {
        foreach (var strap in straps)
            TellOnce(strap.Person, $"{TimeWords.Clock(strap.SinceS)}  {strap.Person}  {Words(strap)}", key: $"{strap.State} {strap.Detail}");
        // That it ended with lines elsewhere or lost is said at the very end.
        if (session.Recording is { Elsewhere: not null } or { IsClosed: true, Trouble: not null })
            return;
        var trouble = session.Recording?.Trouble;
        if (trouble is not null || _told.ContainsKey(nameof(session.Recording)))
            TellOnce(nameof(session.Recording), $"{TimeWords.Clock(session.Transport.PositionS)}  {trouble ?? "recording again"}", key: session.Recording?.Path + (trouble is null));
    }

    private void TellOnce(string what, string line, string key)
    {
        var isNew = !_told.TryGetValue(what, out var before) || before != key;
        _told[what] = key;
        if (isNew)
            error.TryWriteLine(OneLine.Of(line));
    }

    private void Redraw(Snapshot snapshot, IReadOnlyList<StrapStatus> straps)
    {
        List<string> lines = [$"{TimeWords.Clock(snapshot.TimeS)}  {RecordingWords(session.Recording)}"];
        foreach (var (person, index) in snapshot.People.Select((person, index) => (person, index)))
            lines.Add(PersonLine(session.Header.People[index].Name, person, straps.FirstOrDefault(strap => strap.Person == person.Id), snapshot.TimeS));
        if (snapshot.Dyad is { } dyad)
        {
            var words = DyadWords.From(dyad, session.Header.People, snapshot.TimeS);
            lines.Add($"the two     {words.Distance,3} bpm apart, {words.Trend}   (exploratory)");
        }

        var width = Width();
        if (_linesShown > 0)
            error.TryWrite($"\u001b[{_linesShown}A");
        var drawn = lines.SelectMany(line => TerminalLines.Of(line, width)).ToList();
        foreach (var line in drawn)
            error.TryWrite($"\r\u001b[K{line}\n");
        error.TryWrite("\u001b[J");
        _linesShown = drawn.Count;
    }

    private static int Width()
    {
        try
        {
            return Console.IsOutputRedirected ? 79 : Math.Max(20, Console.WindowWidth - 1);
        }
        catch (IOException)
        {
            // The terminal is gone.
            return 79;
        }
    }

    private static string PersonLine(string name, PersonSnapshot person, StrapStatus? strap, double timeS)
    {
        var words = PersonWords.From(person, timeS);
        var state = person.Signal is Signal.Lost or Signal.Waiting && strap is not null ? SinceWords(strap) : words.Signal;
        return $"{Cut(name, 10),-10}  {words.HeartRate,3} bpm   RMSSD {words.Rmssd,3} ms   {state}{(words.Battery.Length > 0 ? $" · {words.Battery}" : "")}";
    }

    private static string RecordingWords(RecordingStatus? recording) => recording switch
    {
        null => "not recorded",
        { Trouble: { } trouble } => trouble,
        _ => $"recording to {recording.Path}",
    };

    private static string SinceWords(StrapStatus strap) =>
        strap.State is SensorState.Lost ? $"since {TimeWords.Clock(strap.SinceS)}: {Words(strap)}" : Words(strap);

    private static string Words(StrapStatus strap) => strap.Detail ?? strap.State switch
    {
        SensorState.Connected => $"{strap.Name} connected",
        SensorState.Lost => $"{strap.Name} lost, connecting again",
        SensorState.Silent => $"{strap.Name} silent",
        SensorState.NoContact => $"{strap.Name} has no contact",
        SensorState.Contact => $"{strap.Name} has contact again",
        SensorState.GaveUp => $"{strap.Name} cannot be used",
        _ => $"connecting to {strap.Name}",
    };

    private static string Cut(string text, int width) => text.Length <= width ? text : string.Concat(text.AsSpan(0, width - 1), "…");
}
