namespace CoRegulation.Biofeedback.Sensors.Connecting;

/// <summary>One connection as it is heard: deaf before the strap is there and after it is gone.</summary>
internal sealed class StrapConnection(EventLine events, TimeProvider time) : IStrapListener
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _heard = time.GetTimestamp();
    private bool _begun;
    private bool _closed;

    /// <summary>Whether a message came.</summary>
    public bool HasHeard { get; private set; }

    public void Notified(long arrivalTimestamp, ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            if (_closed)
                return;
            Begin(arrivalTimestamp);
            HasHeard = true;
            Interlocked.Exchange(ref _heard, Math.Max(_heard, arrivalTimestamp));
            events.Tell(new NotificationEvent(arrivalTimestamp, bytes.ToArray()));
        }
    }

    public void Battery(long arrivalTimestamp, int percent)
    {
        lock (_lock)
        {
            // A level that is none (255: unknown) is not passed on as one.
            if (_closed || percent is < 0 or > 100)
                return;
            Begin(arrivalTimestamp);
            events.Tell(new BatteryEvent(arrivalTimestamp, percent));
        }
    }

    public void Disconnected(long arrivalTimestamp, string? detail = null)
    {
        lock (_lock)
            Lose(arrivalTimestamp, detail);
    }

    /// <summary>The strap is connected; a message may have said so already.</summary>
    public void Begin()
    {
        lock (_lock)
        {
            if (!_closed)
                Begin(time.GetTimestamp());
        }
    }

    /// <summary>Waits for the end of the connection, and ends it when nothing has come for too long.</summary>
    public async Task UntilOverAsync(TimeSpan silence, CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        while (!_over.Task.IsCompleted)
        {
            var left = silence - time.GetElapsedTime(Interlocked.Read(ref _heard));
            if (left <= TimeSpan.Zero)
            {
                FallSilent(silence);
                break;
            }

            // Timers count whole milliseconds: round up, or the last wait would be many of none.
            await Task.WhenAny(_over.Task, Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), time, over.Token));
            stop.ThrowIfCancellationRequested();
        }

        await over.CancelAsync();
    }

    /// <summary>From here on nothing is heard.</summary>
    public void Close()
    {
        lock (_lock)
            _closed = true;
    }

    private void Begin(long timestamp)
    {
        if (_begun)
            return;
        _begun = true;
        Interlocked.Exchange(ref _heard, Math.Max(_heard, timestamp));
        events.Tell(new SensorStateEvent(timestamp, SensorState.Connected));
    }

    private void FallSilent(TimeSpan silence)
    {
        lock (_lock)
        {
            if (_closed)
                return;
            events.Tell(new SensorStateEvent(
                time.GetTimestamp(), SensorState.Silent, FormattableString.Invariant($"Nothing came for {silence.TotalSeconds:0} s though the strap is connected. Wear it with wet electrodes; it is connected anew.")));
            Lose(time.GetTimestamp(), null);
        }
    }

    private void Lose(long timestamp, string? detail)
    {
        if (_closed)
            return;
        _closed = true;
        if (_begun)
            events.Tell(new SensorStateEvent(timestamp, SensorState.Lost, detail));
        _over.TrySetResult();
    }
}
