using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>A session that broke off and can go on.</summary>
/// <param name="First">Path of its first part.</param>
/// <param name="Header">The header of the part that comes next.</param>
/// <param name="Before">Its facts so far, without an end.</param>
/// <param name="Encrypted">Whether it is encrypted, and stays so.</param>
internal sealed record InterruptedSession(string First, SessionHeader Header, IReadOnlyList<Fact> Before, bool Encrypted)
{
    private static readonly TimeSpan LongestBreak = TimeSpan.FromHours(6);

    /// <summary>Reads what there is of the session; changes nothing.</summary>
    /// <exception cref="RecordingException">It cannot be read, or is none that can go on.</exception>
    public static InterruptedSession Read(string path, Passphrase? passphrase, DateTimeOffset now)
    {
        var first = FirstPart(path);
        var further = Further(first);
        foreach (var file in further.Select(part => part.Path).Prepend(first))
            MustNotBeOpen(file);

        var session = RecordingReader.Read(first, passphrase);
        if (first != path && PartFile.Read(path, passphrase, _ => { }).Header.Session != session.Header.Session)
            throw NoPart(path, first);
        if (session.Header is { Session: null } or { Part: not 1 })
            throw CannotResume(first, "it does not tell which session it belongs to");
        if (session.Header.Origin is not (Origin.Live or Origin.Simulated))
            throw CannotResume(first, "it was imported, not recorded");

        var awayS = AwayS(session, LastWritten([first, .. further.Select(part => part.Path)]), now);
        if (awayS - session.RecordedS > LongestBreak.TotalSeconds)
            throw CannotResume(first, $"its last line is more than {LongestBreak.TotalHours} hours old");

        return new(
            first,
            session.Header with { Part = Math.Max(1, further.Select(part => part.Part).LastOrDefault()) + 1, PartStartS = StartS(awayS, session.RecordedS) },
            [.. session.Facts.Where(fact => fact is not EndFact)],
            session.Encrypted);
    }

    /// <summary>Creates the next part. Whoever does so first goes on with the session.</summary>
    /// <exception cref="RecordingException">Another program was faster, or the part cannot be created.</exception>
    public LineFile CreateNext(Passphrase? passphrase)
    {
        try
        {
            return LineFile.Create(PartNames.Of(First, Header.Part), passphrase);
        }
        catch (RecordingException fault) when (fault.Fault is RecordingFault.AlreadyExists)
        {
            throw InUse(First, fault);
        }
    }

    // The wall clock tells how long nobody recorded, since the start and since the file was last written. Where it was set forward during the session, the
    // first is too long; where it was set back, the session goes on where it stopped.
    private static double AwayS(RecordedSession session, DateTime lastWrittenUtc, DateTimeOffset now) => Math.Min(
        (now - session.Header.Started).TotalSeconds,
        session.RecordedS + Math.Max(0, (now.UtcDateTime - lastWrittenUtc).TotalSeconds));

    // An empty part is later than the last line.
    private static DateTime LastWritten(IEnumerable<string> files)
    {
        try
        {
            return files.Select(file => new FileInfo(file)).Last(file => file.Length > 0).LastWriteTimeUtc;
        }
        catch (Exception fault) when (FileFault.IsExpected(fault))
        {
            throw FileFault.Reading(files.First(), fault);
        }
    }

    private static double StartS(double awayS, double lastS) =>
        awayS <= lastS ? lastS : SessionTime.IsValid(awayS) ? Math.Max(lastS, Math.Ceiling(awayS * 1e6) / 1e6) : lastS;

    private static string FirstPart(string path) =>
        PartNames.Split(Path.GetFileName(path)) is var (name, _)
            && Path.Join(Path.GetDirectoryName(path), name) is var first
            && File.Exists(first)
                ? first
                : path;

    private static IReadOnlyList<(int Part, string Path)> Further(string first)
    {
        if (PartNames.EndingOf(first) is null)
            throw CannotResume(first, $"its name ends in neither {PartNames.Ending} nor {PartNames.EncryptedEnding}");

        try
        {
            return PartNames.After(first);
        }
        catch (Exception fault) when (FileFault.IsExpected(fault))
        {
            throw FileFault.Reading(first, fault);
        }
    }

    // Whoever writes a part has it open, and to open it alone fails as long as they do.
    private static void MustNotBeOpen(string file)
    {
        try
        {
            using var alone = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.None, bufferSize: 0);
        }
        catch (Exception fault) when (FileFault.IsExpected(fault))
        {
            throw FileFault.IsInUse(fault)
                ? InUse(file, fault)
                : FileFault.Reading(file, fault);
        }
    }

    private static RecordingException InUse(string file, Exception fault) =>
        new(RecordingFault.InUse, $"'{file}' is in use: another program still records this session. End that first, then try again.", fault);

    private static RecordingException NoPart(string file, string first) => new(
        RecordingFault.CannotResume,
        $"'{file}' cannot be taken up again: by its name it is a part of '{first}', but that is another session. "
        + $"Give it a name without '{PartNames.InfixOf(PartNames.Split(Path.GetFileName(file))!.Value.Part)}', and try again.");

    private static RecordingException CannotResume(string file, string reason) =>
        new(RecordingFault.CannotResume, $"'{file}' cannot be taken up again: {reason}. Start a new session.");
}
