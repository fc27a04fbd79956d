using CoRegulation.Biofeedback.Analysis;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Live;
using CoRegulation.Biofeedback.Sessions.Snapshots;

namespace CoRegulation.Biofeedback.Sessions.Replay;

/// <summary>A recording played through the engine, at any speed, with pauses and jumps.</summary>
/// <remarks>The clock decides only when the next snapshot is due, never what is in it: every speed gives the same snapshots.
/// A jump back runs the engine anew from the start, so that what is shown at a time never depends on how one came there.</remarks>
public sealed class ReplaySession : ILiveSession, IAsyncDisposable
{
    /// <summary>Snapshots computed at a stretch before others get their turn.</summary>
    private const int Batch = 256;

    private readonly IReadOnlyList<Fact> _facts;
    private readonly AnalysisOptions _options;
    private readonly TaskScheduler _looks;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly Subscribers _subscribers = new();
    private readonly Lock _wakeLock = new();
    private readonly SemaphoreSlim _wake = new(1, 1);
    private readonly CancellationTokenSource _stop = new();
    private readonly ITimer _timer;
    private readonly long _lastIndex;
    private SessionRun _run;
    private int _nextFact;
    private bool _playing;
    private bool _ended;
    private double _speed;
    private double _anchorS;
    private long _anchorTimestamp;

    /// <summary>A replay that stands at the start and plays.</summary>
    /// <param name="header">The recording's header.</param>
    /// <param name="facts">Its facts, in order of time.</param>
    /// <param name="time">Decides when snapshots are due.</param>
    /// <param name="speed">Session seconds a second, above 0; <see cref="double.PositiveInfinity"/> for as fast as possible.</param>
    /// <param name="options">Settings of the analysis; null for the defaults.</param>
    /// <param name="looks">Where looks at synchrony are worked out; null for a thread of their own.</param>
    public ReplaySession(
        SessionHeader header, IReadOnlyList<Fact> facts, TimeProvider time, double speed = 1, AnalysisOptions? options = null, TaskScheduler? looks = null)
    {
        ArgumentNullException.ThrowIfNull(time);
        Header = header;
        _facts = facts;
        _time = time;
        _speed = Checked(speed);
        _options = options ?? new AnalysisOptions();
        _lastIndex = facts.Count == 0 ? 0 : (long)Math.Ceiling(facts[^1].TimeS * Snapshot.PerSecond);
        _looks = looks ?? TaskScheduler.Default;
        _run = new SessionRun(header, _options, _looks);
        _playing = true;
        _anchorTimestamp = time.GetTimestamp();
        _timer = time.CreateTimer(_ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Completion = Task.Run(RunAsync);
    }

    /// <inheritdoc/>
    public SessionHeader Header { get; }

    /// <inheritdoc/>
    public bool CanSeek => true;

    /// <inheritdoc/>
    public double? DurationS => _lastIndex / (double)Snapshot.PerSecond;

    /// <summary>Ends when the replay is disposed; an error of the engine comes out here.</summary>
    public Task Completion { get; }

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
                return _run.Events;
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<LiveMessage> Subscribe(CancellationToken cancellationToken)
    {
        lock (_lock)
            return _subscribers.Join(TransportNow(), _run.Latest, cancellationToken);
    }

    /// <inheritdoc/>
    public void Play() => Change(() =>
    {
        if (_ended)
            GoTo(0);
        _playing = true;
    });

    /// <inheritdoc/>
    public void Pause() => Change(() => _playing = false);

    /// <inheritdoc/>
    public void SetSpeed(double speed)
    {
        var wanted = Checked(speed);
        Change(() => _speed = wanted);
    }

    /// <inheritdoc/>
    public void Jump(double positionS)
    {
        if (!(positionS >= 0))
            throw new ArgumentOutOfRangeException(nameof(positionS), positionS, "A position is in seconds from the start, 0 or more.");
        Change(() => GoTo(Math.Min(_lastIndex, (long)Math.Floor(Math.Min(positionS, DurationS!.Value) * Snapshot.PerSecond))));
    }

    /// <inheritdoc/>
    public void Mark(string label) => throw new InvalidOperationException("A replay takes no markers: what was recorded is not changed.");

    /// <inheritdoc/>
    public void BeginPhase(string label) => throw new InvalidOperationException("A replay takes no phases: what was recorded is not changed.");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Completion.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_lock)
            _run.Dispose();
        await _timer.DisposeAsync();
        _wake.Dispose();
        _stop.Dispose();
    }

    private static double Checked(double speed) => speed > 0
        ? speed
        : throw new ArgumentOutOfRangeException(nameof(speed), speed, "A speed is above 0.");

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                await _wake.WaitAsync(_stop.Token);
                var wait = PlayDue();
                if (wait == TimeSpan.Zero)
                    Wake();
                else
                    _timer.Change(wait, Timeout.InfiniteTimeSpan);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Disposed: that is how a replay ends.
        }
    }

    /// <summary>Gives the snapshots that are due, a batch at most; tells how long until the next.</summary>
    private TimeSpan PlayDue()
    {
        lock (_lock)
        {
            if (!_playing)
                return Timeout.InfiniteTimeSpan;
            var positionS = PositionS();
            for (var given = 0; NextIndex <= _lastIndex && _run.NextTimeS <= positionS; given++)
            {
                if (given == Batch)
                    return TimeSpan.Zero;
                Give(publish: true);
            }

            if (NextIndex > _lastIndex)
            {
                _ended = true;
                _playing = false;
                _subscribers.Publish(new TransportMessage(TransportNow()));
                return Timeout.InfiniteTimeSpan;
            }

            // A timer has whole milliseconds and never fires early.
            return TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling((_run.NextTimeS - positionS) / _speed * 1000)));
        }
    }

    private void Give(bool publish)
    {
        for (; _nextFact < _facts.Count && _facts[_nextFact].TimeS <= _run.NextTimeS; _nextFact++)
        {
            if (_run.Accept(_facts[_nextFact]) && publish)
                _subscribers.Publish(new EventMessage(_facts[_nextFact]));
        }

        var snapshot = _run.Next();
        if (publish)
            _subscribers.Publish(new SnapshotMessage(snapshot));
    }

    private void GoTo(long index)
    {
        if (index < NextIndex - 1)
        {
            _run.Dispose();
            _run = new SessionRun(Header, _options, _looks);
            _nextFact = 0;
        }

        while (NextIndex <= index)
            Give(publish: false);
        _ended = false;
        _anchorS = index / (double)Snapshot.PerSecond;
        _anchorTimestamp = _time.GetTimestamp();
        _subscribers.Publish(new ResetMessage());
        if (_run.Latest is { } latest)
            _subscribers.Publish(new SnapshotMessage(latest));
    }

    /// <summary>Changes how it plays from the present position on.</summary>
    private void Change(Action change)
    {
        lock (_lock)
        {
            // Where the engine cannot keep up with the speed, what has been given counts and not the clock.
            _anchorS = Math.Min(PositionS(), Math.Min(_run.NextTimeS, DurationS!.Value));
            _anchorTimestamp = _time.GetTimestamp();
            change();
            _subscribers.Publish(new TransportMessage(TransportNow()));
        }

        Wake();
    }

    private long NextIndex => _run.Latest is { } latest ? latest.Index + 1 : 0;

    /// <summary>Where session time is by the clock; where nothing bounds it, at the end.</summary>
    private double PositionS()
    {
        if (!_playing)
            return _anchorS;
        if (double.IsPositiveInfinity(_speed))
            return DurationS!.Value;
        return Math.Min(DurationS!.Value, _anchorS + (_time.GetElapsedTime(_anchorTimestamp).TotalSeconds * _speed));
    }

    private Transport TransportNow() => new(_playing, _speed, _run.Latest?.TimeS ?? 0, _ended);

    private void Wake()
    {
        lock (_wakeLock)
        {
            if (_wake.CurrentCount == 0)
                _wake.Release();
        }
    }
}
