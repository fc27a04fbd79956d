using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Recording;
using CoRegulation.Biofeedback.Sessions.Snapshots;

namespace CoRegulation.Biofeedback.Sessions.Live;

/// <summary>A session of straps, real or simulated, as it happens.</summary>
/// <remarks>Each message is stamped and written to the recording before anything else looks at it. A message that comes so late that
/// its snapshot has been given is stamped just after that snapshot, in the file and for the engine alike, so that the recording
/// replays to the very snapshots that were shown.</remarks>
public sealed partial class StrapSession : ILiveSession, IAsyncDisposable
{
    /// <summary>How long a snapshot waits for messages that are on their way from the radio to here, s.</summary>
    private const double HoldOffS = 0.02;

    private readonly AnalysisOptions _options;
    private readonly TaskScheduler _looks;
    private readonly TimeProvider _time;
    private readonly long _startTimestamp;

    // Two locks, so that a message is stamped and written while a snapshot is being computed, however long that takes. The engine's is taken first.
    private readonly Lock _engine = new();
    private readonly Lock _lock = new();
    private readonly Subscribers _subscribers = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SessionFacts _facts;
    private readonly IReadOnlyList<Fact> _plan;
    private readonly List<WornStrap> _straps = [];
    private readonly List<Task> _leaving = [];
    private readonly List<Fact> _incoming = [];
    private readonly SessionHeader _startHeader;
    private readonly TaskCompletionSource _recorded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile SessionRecording? _recording;
    private SessionRun _run;
    private Snapshot? _latest;
    private ImmutableList<Fact> _events = [];
    private int _nextPlanned;
    private double _shownS = double.NegativeInfinity;
    private double _lastFactS;
    private bool _joining;
    private bool _recordingBegins;
    private bool _ended;

    /// <summary>A session that starts now, or goes on.</summary>
    /// <param name="header">Who takes part; its people are those of the sensors, and those who took part before.</param>
    /// <param name="sensors">A strap for each person; the session disposes of them.</param>
    /// <param name="time">The clock that stamped the sensors' events.</param>
    /// <param name="startTimestamp">Session time 0 on that clock.</param>
    /// <param name="plan">Facts that are known beforehand (the phases of a simulated scenario, say), in order of time; each happens when its time comes.</param>
    /// <param name="recording">Where everything is written first; the session ends and closes it. Null: nothing is recorded.</param>
    /// <param name="options">Settings of the analysis; null for the defaults.</param>
    /// <param name="before">What happened in the session before it was interrupted, in order of time; null for a new one.</param>
    /// <param name="looks">Where looks at synchrony are worked out; null for a thread of their own.</param>
    public StrapSession(
        SessionHeader header,
        IReadOnlyList<SessionSensor> sensors,
        TimeProvider time,
        long startTimestamp,
        IReadOnlyList<Fact>? plan = null,
        SessionRecording? recording = null,
        AnalysisOptions? options = null,
        IReadOnlyList<Fact>? before = null,
        TaskScheduler? looks = null)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(sensors);
        ArgumentNullException.ThrowIfNull(time);
        (Header, _startHeader) = (header, header);
        _time = time;
        _startTimestamp = startTimestamp;
        _plan = plan ?? [];
        _recording = recording;
        if (recording is not null)
            _recorded.TrySetResult();
        _options = options ?? new AnalysisOptions();
        _looks = looks ?? TaskScheduler.Default;
        _facts = new SessionFacts(before ?? []);
        _lastFactS = Math.Max(_facts.LastS, header.PartStartS);
        var past = _facts.Between(0, _facts.Count);
        lock (_lock)
        {
            foreach (var sensor in sensors)
                PutOn(sensor.Person, sensor.Sensor);
        }

        // To go through what went before takes a second for each hour of it: messages are taken, written and synced meanwhile, and the engine gets
        // them afterwards. Every snapshot of the past is before its last fact, so that none of them can be stamped before a snapshot.
        var grid = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        var syncing = SyncAsync(grid.Token);
        var run = SessionFacts.Run(header, _options, past, _looks);
        lock (_lock)
        {
            (_run, _latest, _shownS) = (run, run.Latest, run.Latest?.TimeS ?? double.NegativeInfinity);
            _events = _events.InsertRange(0, run.Events);
        }

        Completion = RunAsync(grid, syncing);
    }

    /// <inheritdoc/>
    public SessionHeader Header { get; private set; }

    /// <inheritdoc/>
    public bool CanSeek => false;

    /// <inheritdoc/>
    public double? DurationS => null;

    /// <summary>Ends when every sensor has ended or the session was ended.</summary>
    public Task Completion { get; }

    /// <summary>How the recording goes; null when nothing is recorded.</summary>
    public RecordingStatus? Recording => _recording?.Status;

    /// <summary>What each person's strap does right now.</summary>
    public IReadOnlyList<StrapStatus> Straps
    {
        get
        {
            lock (_lock)
            {
                return [.. _straps.OrderBy(strap => strap.Person, StringComparer.Ordinal).Select(strap => new StrapStatus(
                    strap.Person,
                    strap.Sensor.Id,
                    strap.Sensor.Name,
                    strap.State?.State,
                    strap.State is { } state ? Math.Max(0, NowS(state.ArrivalTimestamp)) : 0,
                    strap.State?.Detail,
                    strap.HasSpoken))];
            }
        }
    }

    /// <inheritdoc/>
    public Transport Transport
    {
        get
        {
            lock (_lock)
                return TransportNow();
        }
    }

    /// <inheritdoc/>
    public SnapshotHistory History
    {
        get
        {
            lock (_lock)
                return _run.History;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<Fact> Events
    {
        get
        {
            lock (_lock)
                return _events;
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<LiveMessage> Subscribe(CancellationToken cancellationToken)
    {
        lock (_lock)
            return _subscribers.Join(TransportNow(), _latest, cancellationToken);
    }

    /// <inheritdoc/>
    public void Play() => throw CannotSeek();

    /// <inheritdoc/>
    public void Pause() => throw CannotSeek();

    /// <inheritdoc/>
    public void SetSpeed(double speed) => throw CannotSeek();

    /// <inheritdoc/>
    public void Jump(double positionS) => throw CannotSeek();

    /// <inheritdoc/>
    public void Mark(string label) => Take(_time.GetTimestamp(), timeS => new MarkerFact(timeS, label));

    /// <inheritdoc/>
    public void BeginPhase(string label) => Take(_time.GetTimestamp(), timeS => new PhaseFact(timeS, label));

    /// <summary>Ends the session properly: what came is written, the recording closed, the last snapshot given. It can be looked at still.</summary>
    public Task EndAsync()
    {
        _stop.Cancel();
        return Completion;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Completion.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _run.Dispose();
        _stop.Dispose();
    }

    private static InvalidOperationException CannotSeek() => new("A session of straps goes on at its own pace.");

    private double NowS(long timestamp) => _time.GetElapsedTime(_startTimestamp, timestamp).TotalSeconds;

    private Transport TransportNow() => new(!_ended, 1, _latest?.TimeS ?? 0, _ended);
}
