using System.Diagnostics.CodeAnalysis;
using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>The recording of a session that is going on: it takes every fact, whatever the disk does.</summary>
/// <remarks>A line is with the operating system when <see cref="Append"/> returns, so a killed process loses nothing that it was given.
/// When the disk is full or gone, lines wait in memory; as soon as there is room they go into a new part, in order, none lost and none twice.
/// A line is kept in memory until <see cref="Sync"/> knows it on the disk, because a disk that fails may take unsynced lines with it.
/// For several threads: the disk is waited for in <see cref="Sync"/>, which never holds up <see cref="Append"/>.</remarks>
public sealed partial class SessionRecording : IDisposable
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Lock _syncGate = new();
    private readonly LineWriter _lines = new();
    private readonly Queue<RecordedLine> _unsynced = [];
    private readonly List<RecordedLine> _waiting = [];
    private readonly TimeProvider _time;
    private readonly string _first;
    private readonly Passphrase? _passphrase;
    private readonly IReadOnlyList<string> _spareFolders;
    private LineFile _file;
    private string _path;
    private string? _trouble;
    private string? _elsewhere;
    private long? _triedAt;
    private double _lastS;
    private bool _disposed;
    private bool _closed;

    private SessionRecording(
        SessionHeader header, LineFile file, string first, IReadOnlyList<Fact> before, TimeProvider time, Passphrase? passphrase, IReadOnlyList<string>? spareFolders)
    {
        (Header, _file, _path, _first, Before, _time, _passphrase, _spareFolders) = (header, file, file.Path, first, before, time, passphrase, spareFolders ?? []);
        (StartS, _lastS) = (header.PartStartS, header.PartStartS);
        try
        {
            file.Write(_lines.Encode(header));
            file.Sync();
        }
        catch
        {
            // Nothing of the session is in the file yet, so an empty or cut one would only be in the way.
            file.Discard();
            _lines.Dispose();
            throw;
        }
    }

    /// <summary>The header of the current part, with the session's id and everybody who has joined.</summary>
    public SessionHeader Header { get; private set; }

    /// <summary>Where this recording takes the session up, s since the session's start; 0 for a new session.</summary>
    public double StartS { get; }

    /// <summary>The facts of the session before <see cref="StartS"/>, without an end; empty for a new session.</summary>
    public IReadOnlyList<Fact> Before { get; }

    /// <summary>How it is now.</summary>
    public RecordingStatus Status
    {
        get
        {
            lock (_gate)
                return new(_path, Header.Part, Trouble(), _waiting.Count) { Elsewhere = _elsewhere, IsClosed = _closed };
        }
    }

    /// <summary>Begins the recording of a new session.</summary>
    /// <param name="folderOrFile">A file to create (<c>*.coreg.jsonl</c>), or a folder, made when it is not there, for a file that is called by the time.</param>
    /// <param name="header">The session's header; it gets an id when it has none.</param>
    /// <param name="time">The clock that tries after trouble go by.</param>
    /// <param name="passphrase">What to encrypt it with (the name then ends in <c>.coreg.enc</c>); null: in the clear.</param>
    /// <param name="spareFolders">Where the last part may go when the disk takes none to the last, in this order; null: nowhere.</param>
    /// <exception cref="RecordingException">The file exists or cannot be created or written.</exception>
    public static SessionRecording Start(string folderOrFile, SessionHeader header, TimeProvider time, Passphrase? passphrase = null, IReadOnlyList<string>? spareFolders = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folderOrFile);
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(time);
        var file = RecordingNames.Create(folderOrFile, header.Started, passphrase);
        return new(header with { Session = header.Session ?? Guid.NewGuid() }, file, file.Path, [], time, passphrase, spareFolders);
    }

    /// <summary>Takes up a session that broke off, in a new part beside the others.</summary>
    /// <param name="firstFile">Its first file; a further one will do.</param>
    /// <param name="now">The wall clock, which tells how long nobody recorded; where it was set back, the session goes on where it stopped.</param>
    /// <param name="time">The clock that tries after trouble go by.</param>
    /// <param name="passphrase">Of an encrypted recording, which stays encrypted.</param>
    /// <param name="spareFolders">Where the last part may go when the disk takes none to the last, in this order; null: nowhere.</param>
    /// <exception cref="RecordingException">The session cannot be read, another program still records it, it broke off more than six hours ago, or it
    /// is none that can go on; or the new part cannot be written.</exception>
    public static SessionRecording Resume(
        string firstFile, DateTimeOffset now, TimeProvider time, Passphrase? passphrase = null, IReadOnlyList<string>? spareFolders = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(firstFile);
        ArgumentNullException.ThrowIfNull(time);
        return Resume(InterruptedSession.Read(firstFile, passphrase, now), time, passphrase, spareFolders);
    }

    /// <summary>Takes up a session that has been read.</summary>
    /// <exception cref="RecordingException">Another program was faster, or the new part cannot be written.</exception>
    internal static SessionRecording Resume(InterruptedSession session, TimeProvider time, Passphrase? passphrase, IReadOnlyList<string>? spareFolders)
    {
        var seal = session.Encrypted ? passphrase : null;
        return new(session.Header, session.CreateNext(seal), session.First, session.Before, time, seal, spareFolders);
    }

    /// <summary>Adds a line; one write of the operating system. Never fails for the disk: see <see cref="Status"/>.</summary>
    /// <param name="fact">Not earlier than the one before.</param>
    /// <exception cref="ArgumentException">The fact is earlier than the one before, or no line; nothing was written.</exception>
    public void Append(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            var line = new RecordedLine(fact.TimeS, _lines.Encode(fact).ToArray());
            _lastS = fact.TimeS;
            if (fact is PersonFact joined)
                Header = Header with { People = SessionPeople.With(Header.People, joined) };
            if (_trouble is not null || !TryWrite(line))
                _waiting.Add(line);
        }
    }

    /// <summary>Makes what was appended survive the machine (fsync), and after trouble tries to go on in a new part, once a second at most.
    /// Call it twice a second from a thread that may wait. Never fails for the disk: see <see cref="Status"/>.</summary>
    public void Sync()
    {
        lock (_syncGate)
        {
            if (_disposed)
                return;
            SyncFile();
            if (_trouble is not null && (_triedAt is not { } last || _time.GetElapsedTime(last) >= BetweenTries))
                GoOnInNewPart(_first);
        }
    }

    /// <summary>Syncs and closes the file. It stays unfinished unless an <see cref="EndFact"/> was appended. When the disk takes nothing to the last, what
    /// waits becomes a part in a spare folder, as <see cref="Status"/> tells. When it still tells of waiting lines, no folder took them, and they are lost.</summary>
    public void Dispose()
    {
        lock (_syncGate)
        {
            lock (_gate)
            {
                if (_disposed)
                    return;
                _disposed = true;
            }

            SyncFile();
            if (_trouble is not null)
                GoOnInNewPart(_first);
            if (_trouble is not null)
                GoOnElsewhere();
            _file.Dispose();
            _lines.Dispose();
            lock (_gate)
                _closed = true;
        }
    }

    private bool TryWrite(RecordedLine line)
    {
        try
        {
            _file.Write(line.Bytes);
            _unsynced.Enqueue(line);
            return true;
        }
        catch (RecordingException fault)
        {
            Fail(fault);
            return false;
        }
    }

    [MemberNotNull(nameof(_trouble))]
    private void Fail(RecordingException fault) => _trouble = FileFault.Reason(fault);

    private string? Trouble() => _trouble is null ? null
        : _closed ? $"Recording stopped: {_trouble} before the next recording{Lost(_waiting.Count)}."
        : FormattableString.Invariant($"Recording stopped: {_trouble}, and it goes on by itself in a new part; until then {_waiting.Count} line{(_waiting.Count == 1 ? " waits" : "s wait")} in memory.");

    private static string Lost(int lines) => lines switch
    {
        0 => "",
        1 => "; its last line is lost",
        _ => FormattableString.Invariant($"; its last {lines} lines are lost"),
    };
}
