using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace CoRegulation.Biofeedback.Sensors.Connecting;

/// <summary>One sensor for several readers: the page that asks "is this yours?" and the session that records. The strap stays connected
/// between readings, until this is disposed of.</summary>
public sealed class SharedSensor : IHeartRateSensor
{
    private readonly IHeartRateSensor _sensor;
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _disposed = new();
    private readonly List<Channel<SensorEvent>> _readers = [];
    private Task? _pump;
    private SensorStateEvent? _state;
    private BatteryEvent? _battery;
    private bool _ended;

    /// <summary>Shares a sensor.</summary>
    /// <param name="sensor">The sensor; nobody else reads or disposes of it.</param>
    public SharedSensor(IHeartRateSensor sensor)
    {
        ArgumentNullException.ThrowIfNull(sensor);
        _sensor = sensor;
    }

    /// <inheritdoc/>
    public string Id => _sensor.Id;

    /// <inheritdoc/>
    public string Name => _sensor.Name;

    /// <summary>Begins with the state and the battery as they are, then goes on with what comes. The first reader connects the strap.</summary>
    public async IAsyncEnumerable<SensorEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposed.Token);
        var events = Join();
        await using var registration = stop.Token.Register(() => events.Writer.TryComplete());
        try
        {
            await foreach (var sensorEvent in events.Reader.ReadAllAsync(CancellationToken.None))
                yield return sensorEvent;
        }
        finally
        {
            lock (_lock)
                _readers.Remove(events);
        }
    }

    /// <summary>Ends every reading and lets go of the strap.</summary>
    public async ValueTask DisposeAsync()
    {
        await _disposed.CancelAsync();
        await _sensor.DisposeAsync();
        if (_pump is { } pump)
            await pump.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private Channel<SensorEvent> Join()
    {
        var events = Channel.CreateUnbounded<SensorEvent>(new() { SingleReader = true });
        lock (_lock)
        {
            if (_state is not null)
                events.Writer.TryWrite(_state);
            if (_battery is not null)
                events.Writer.TryWrite(_battery);
            _readers.Add(events);
            if (_ended)
                events.Writer.TryComplete();
            _pump ??= Task.Run(PumpAsync);
        }

        return events;
    }

    private async Task PumpAsync()
    {
        try
        {
            await foreach (var sensorEvent in _sensor.ReadAsync(_disposed.Token))
                Pass(sensorEvent);
            End(null);
        }
#pragma warning disable CA1031 // Whoever reads gets it: the session decides what a broken sensor means.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            End(fault);
        }
    }

    private void Pass(SensorEvent sensorEvent)
    {
        lock (_lock)
        {
            if (sensorEvent is SensorStateEvent state)
                _state = state;
            else if (sensorEvent is BatteryEvent battery)
                _battery = battery;
            foreach (var reader in _readers)
                reader.Writer.TryWrite(sensorEvent);
        }
    }

    private void End(Exception? fault)
    {
        lock (_lock)
        {
            _ended = true;
            foreach (var reader in _readers)
                reader.Writer.TryComplete(fault);
        }
    }
}
