using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace CoRegulation.Biofeedback.Sensors.Connecting;

/// <summary>A strap that comes back: connects over any <see cref="IStrapLink"/>, watches over silence, reconnects until told to stop.</summary>
/// <remarks>Each connection has a listener of its own, which is deaf as soon as the connection is given up: an old handler that a radio's
/// software forgot to drop cannot bring a beat twice.</remarks>
public sealed class StrapSensor : IHeartRateSensor
{
    private readonly IStrapLink _link;
    private readonly TimeProvider _time;
    private readonly StrapSensorOptions _options;
    private readonly CancellationTokenSource _disposed = new();

    /// <summary>A sensor of a strap.</summary>
    /// <param name="link">The strap; the sensor disposes of it.</param>
    /// <param name="time">The clock that stamps arrivals, the same that the link uses.</param>
    /// <param name="options">How stubborn it is; null for the defaults.</param>
    public StrapSensor(IStrapLink link, TimeProvider time, StrapSensorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(time);
        (_link, _time, _options) = (link, time, options ?? new StrapSensorOptions());
    }

    /// <inheritdoc/>
    public string Id => _link.Id;

    /// <inheritdoc/>
    public string Name => _link.Name;

    /// <summary>Connects, and yields what comes; ends by itself only after <see cref="SensorState.GaveUp"/>. One reader at a time.</summary>
    public async IAsyncEnumerable<SensorEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposed.Token);
        var events = Channel.CreateUnbounded<SensorEvent>(new() { SingleReader = true });
        var running = RunAsync(new EventLine(events.Writer), stop.Token);
        try
        {
            await foreach (var sensorEvent in events.Reader.ReadAllAsync(CancellationToken.None))
                yield return sensorEvent;
        }
        finally
        {
            await stop.CancelAsync();
            await running;
        }
    }

    /// <summary>Ends a reading that runs, and lets go of the strap.</summary>
    public async ValueTask DisposeAsync()
    {
        await _disposed.CancelAsync();
        await _link.DisposeAsync();
    }

    private async Task RunAsync(EventLine events, CancellationToken stop)
    {
        try
        {
            events.Tell(new SensorStateEvent(_time.GetTimestamp(), SensorState.Connecting));
            var pause = _options.FirstPause;
            while (!stop.IsCancellationRequested)
            {
                pause = await ConnectAndListenAsync(events, stop)
                    ? _options.FirstPause
                    : await PauseAsync(pause, stop);
            }
        }
        catch (SensorException trouble) when (trouble.IsForGood)
        {
            events.Tell(new SensorStateEvent(_time.GetTimestamp(), SensorState.GaveUp, trouble.Message));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Told to stop: the sequence ends normally.
        }
        finally
        {
            events.End();
        }
    }

    /// <summary>One connection from its beginning to its end; false when it brought nothing.</summary>
    private async Task<bool> ConnectAndListenAsync(EventLine events, CancellationToken stop)
    {
        var connection = new StrapConnection(events, _time);
        try
        {
            using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(stop);
            using var patience = new CancellationTokenSource(_options.ConnectTimeout, _time);
            using var _ = patience.Token.Register(giveUp.Cancel);
            var link = await _link.ConnectAsync(connection, giveUp.Token);
            connection.Begin();
            try
            {
                await connection.UntilOverAsync(_options.Silence, stop);
            }
            finally
            {
                connection.Close();
                await LeaveAsync(link);
            }

            return connection.HasHeard;
        }
        catch (SensorException trouble) when (!trouble.IsForGood)
        {
            // Lost before the first connection, too: what keeps it from connecting is worth telling, each reason once.
            events.TellOnce(new SensorStateEvent(_time.GetTimestamp(), SensorState.Lost, trouble.Message));
            return false;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            events.TellOnce(new SensorStateEvent(_time.GetTimestamp(), SensorState.Lost, $"{Name} does not answer. Wear it with wet electrodes, and hold it nearer."));
            return false;
        }
#pragma warning disable CA1031 // A radio's software has faults of its own (an object that the system closed meanwhile, say); the next try may do.
        catch (Exception fault) when (fault is not (SensorException or OperationCanceledException))
#pragma warning restore CA1031
        {
            events.TellOnce(new SensorStateEvent(_time.GetTimestamp(), SensorState.Lost, $"Connecting to {Name} failed ({fault.Message}); it is tried again."));
            return false;
        }
        finally
        {
            connection.Close();
        }
    }

    private async Task LeaveAsync(IAsyncDisposable link)
    {
        var leaving = link.DisposeAsync().AsTask();
        await leaving.WaitAsync(_options.LeaveTimeout, _time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<TimeSpan> PauseAsync(TimeSpan pause, CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var seen = _link.SeenAsync(over.Token);
        await Task.WhenAny(Task.Delay(pause, _time, over.Token), seen);
        await over.CancelAsync();
        await seen.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return pause * 2 < _options.LongestPause ? pause * 2 : _options.LongestPause;
    }
}
