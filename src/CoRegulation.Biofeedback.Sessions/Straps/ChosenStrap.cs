using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.Connecting;

namespace CoRegulation.Biofeedback.Sessions.Straps;

/// <summary>A strap that somebody chose: connected from then on, so that the pulse can be seen before anything is recorded.</summary>
internal sealed class ChosenStrap : IAsyncDisposable
{
    private readonly SharedSensor _sensor;
    private readonly Action _changed;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _reading;
    private StrapReading _now;

    public ChosenStrap(IHeartRateSensor sensor, TimeProvider time, Action changed)
    {
        _sensor = new SharedSensor(sensor);
        _changed = changed;
        _now = new StrapReading { SinceTimestamp = time.GetTimestamp() };
        _reading = ReadAsync(time);
    }

    public string Id => _sensor.Id;

    public string Name => _sensor.Name;

    public StrapReading Now => Volatile.Read(ref _now);

    /// <summary>The strap for one more reader, who may end that reading but not the strap.</summary>
    public IHeartRateSensor Lend() => new LentSensor(_sensor);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _sensor.DisposeAsync();
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task ReadAsync(TimeProvider time)
    {
        try
        {
            await foreach (var sensorEvent in _sensor.ReadAsync(_stop.Token))
                Show(_now.Take(sensorEvent));
            if (!_stop.IsCancellationRequested && _now.State is not SensorState.GaveUp)
                Show(_now.Take(new SensorStateEvent(time.GetTimestamp(), SensorState.GaveUp, $"{Name} has ended.")));
        }
#pragma warning disable CA1031 // A strap that breaks is shown as such; the other person's goes on.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Show(_now.Take(new SensorStateEvent(time.GetTimestamp(), SensorState.GaveUp, $"{Name} cannot be used: {fault.Message}")));
        }
    }

    private void Show(StrapReading reading)
    {
        Volatile.Write(ref _now, reading);
        _changed();
    }
}
