using CoRegulation.Biofeedback.Analysis;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.Sessions.Live;

/// <summary>A session of straps, real or simulated, as it happens.</summary>
/// <remarks>Each message is stamped and written to the recording before anything else looks at it. A message that comes so late that
/// its snapshot has been given is stamped just after that snapshot, in the file and for the engine alike, so that the recording
/// replays to the very snapshots that were shown.</remarks>
public sealed class StrapSession : ILiveSession, IAsyncDisposable
{
    /// <summary>How long a snapshot waits for messages that are on their way from the radio to here, s.</summary>
    private const double HoldOffS = 0.02;

    private readonly AnalysisOptions _options;
    private readonly TimeProvider _time;
    private readonly RecordingWriter? _recording;
    private readonly IReadOnlyList<SessionSensor> _sensors;
    private readonly long _startTimestamp;
    private readonly Lock _lock = new();
    private readonly Subscribers _subscribers = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly SessionRun _run;
    private readonly IReadOnlyList<Fact> _plan;
    private int _nextPlanned;
    private double _lastFactS;
    private bool _ended;

    /// <summary>A session that starts now.</summary>
    /// <param name="header">Who takes part; its people are those of the sensors.</param>
    /// <param name="sensors">A strap for each person.</param>
    /// <param name="time">The clock that stamped the sensors' events.</param>
    /// <param name="startTimestamp">Session time 0 on that clock.</param>
    /// <param name="plan">Facts that are known beforehand (the phases of a simulated scenario, say), in order of time; each happens when its time comes.</param>
    /// <param name="recording">Where everything is written first; the session ends and closes it. Null: nothing is recorded.</param>
    /// <param name="options">Settings of the analysis; null for the defaults.</param>
    public StrapSession(
        SessionHeader header,
        IReadOnlyList<SessionSensor> sensors,
        TimeProvider time,
        long startTimestamp,
        IReadOnlyList<Fact>? plan = null,
        RecordingWriter? recording = null,
        AnalysisOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(sensors);
        ArgumentNullException.ThrowIfNull(time);
        Header = header;
        _sensors = sensors;
        _time = time;
        _startTimestamp = startTimestamp;
        _plan = plan ?? [];
        _recording = recording;
        _options = options ?? new AnalysisOptions();
        _run = new SessionRun(header, _options);
        Completion = RunAsync();
    }

    /// <inheritdoc/>
    public SessionHeader Header { get; }

    /// <inheritdoc/>
    public bool CanSeek => false;

    /// <inheritdoc/>
    public double? DurationS => null;

    /// <summary>Ends when every sensor has ended or the session is disposed; an error of the recording comes out here.</summary>
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
    public SnapshotHistory History => _run.History;

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

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Completion.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var sensor in _sensors)
            await sensor.Sensor.DisposeAsync();
        _stop.Dispose();
    }

    private static InvalidOperationException CannotSeek() => new("A session of straps goes on at its own pace.");

    private async Task RunAsync()
    {
        using var grid = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        var snapshots = GiveSnapshotsAsync(grid.Token);
        try
        {
            await Task.WhenAll(_sensors.Select(sensor => ReadAsync(sensor, _stop.Token)));
        }
        finally
        {
            await grid.CancelAsync();
            await snapshots;
            End();
        }
    }

    private async Task ReadAsync(SessionSensor sensor, CancellationToken cancellationToken)
    {
        await foreach (var message in sensor.Sensor.ReadAsync(cancellationToken))
        {
            Take(message.ArrivalTimestamp, timeS => message switch
            {
                NotificationEvent notification => new NotificationFact(timeS, sensor.Person, [.. notification.Bytes.Span]),
                SensorStateEvent state => new SensorFact(timeS, sensor.Person, state.State, sensor.Sensor.Id, sensor.Sensor.Name),
                BatteryEvent battery => new BatteryFact(timeS, sensor.Person, battery.Percent),
                _ => null,
            });
        }
    }

    private async Task GiveSnapshotsAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var waitS = GiveDue();
                // At every snapshot, outside the lock: a slow disk must not hold up a message.
                _recording?.Sync();
                await Task.Delay(TimeSpan.FromSeconds(waitS), _time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The session ends.
        }
    }

    private double GiveDue()
    {
        lock (_lock)
        {
            var nowS = NowS(_time.GetTimestamp());
            while (_run.NextTimeS + HoldOffS <= nowS)
                Give();
            return Math.Max(0.001, _run.NextTimeS + HoldOffS - nowS);
        }
    }

    private void Give()
    {
        TakePlanned(_run.NextTimeS);
        _subscribers.Publish(new SnapshotMessage(_run.Next()));
    }

    private void Take(long timestamp, Func<double, Fact?> fact)
    {
        lock (_lock)
        {
            if (_ended)
                return;
            var timeS = NowS(timestamp);
            TakePlanned(timeS);
            if (fact(Stamp(timeS)) is { } taken)
                Record(taken);
        }
    }

    private void TakePlanned(double untilS)
    {
        for (; _nextPlanned < _plan.Count && _plan[_nextPlanned].TimeS <= untilS; _nextPlanned++)
            Record(_plan[_nextPlanned] with { TimeS = Stamp(_plan[_nextPlanned].TimeS) });
    }

    /// <summary>Whole microseconds, never before the last fact, never before a snapshot that was given.</summary>
    private double Stamp(double timeS)
    {
        var shownS = _run.Latest?.TimeS ?? double.NegativeInfinity;
        var stamped = Math.Max(Math.Round(timeS, 6), Math.Max(0, _lastFactS));
        return stamped > shownS ? stamped : Math.Round(shownS + 1e-6, 6);
    }

    private void Record(Fact fact)
    {
        _lastFactS = fact.TimeS;
        _recording?.Append(fact);
        if (_run.Accept(fact))
            _subscribers.Publish(new EventMessage(fact));
    }

    private void End()
    {
        lock (_lock)
        {
            var end = new EndFact(Stamp(NowS(_time.GetTimestamp())));
            Record(end);
            while (_run.NextTimeS < end.TimeS)
                Give();
            Give();
            _ended = true;
            _recording?.Dispose();
            _subscribers.Publish(new TransportMessage(TransportNow()));
        }
    }

    private double NowS(long timestamp) => _time.GetElapsedTime(_startTimestamp, timestamp).TotalSeconds;

    private Transport TransportNow() => new(!_ended, 1, _run.Latest?.TimeS ?? 0, _ended);
}
