using CoRegulation.Biofeedback.Sensors.BlueZ.Bus;
using CoRegulation.Biofeedback.Sensors.Connecting;

namespace CoRegulation.Biofeedback.Sensors.BlueZ;

/// <summary>The battery of a connected strap: as BlueZ tells it, or else read from the strap. Good to know; that it is not told is no trouble.</summary>
internal sealed class BluezBattery(BluezSession session, BluezOptions options, string devicePath, IStrapListener listener)
{
    private readonly Lock _lock = new();
    private volatile string? _level;
    private volatile bool _begun;
    private int? _told;

    /// <summary>Tells the level, once it is known.</summary>
    /// <param name="subscribeAsync">Subscribes to a characteristic.</param>
    /// <param name="timestamp">Now.</param>
    public async Task BeginAsync(Func<string, Task> subscribeAsync, long timestamp)
    {
        _begun = true;
        try
        {
            if (session.Objects.Find(devicePath)?.BatteryPercent is { } percent)
                Tell(timestamp, percent);
            else if (session.Objects.CharacteristicsOf(devicePath).FirstOrDefault(one => one.Uuid == BluezNames.BatteryLevel) is { } level)
                await ReadAsync(level, subscribeAsync);
        }
        catch (Exception fault) when (fault is BusException or SensorException)
        {
            // The strap is what matters.
        }
    }

    /// <summary>Hears of changed properties, on the bus thread; says nothing before the strap is subscribed to.</summary>
    public void Hear(BusMessage signal, Dictionary<string, object> changed)
    {
        if (!_begun)
            return;
        if (signal.Path == _level && changed.TryGetValue("Value", out var value) && value is byte[] { Length: > 0 } bytes)
            Tell(signal.ArrivalTimestamp, bytes[0]);
        else if (signal.Path == devicePath && signal.At<string>(0) == BluezNames.Battery && session.Objects.Find(devicePath)?.BatteryPercent is { } percent)
            Tell(signal.ArrivalTimestamp, percent);
    }

    private async Task ReadAsync(BluezCharacteristic level, Func<string, Task> subscribeAsync)
    {
        _level = level.Path;
        if (level.CanNotify)
            await subscribeAsync(level.Path);
        var answer = await session.CallAsync(
            level.Path, BluezNames.Characteristic, "ReadValue", options.Request, CancellationToken.None, new Dictionary<string, object>());
        if (answer.At<byte[]>(0) is { Length: > 0 } value)
            Tell(answer.ArrivalTimestamp, value[0]);
    }

    private void Tell(long timestamp, int percent)
    {
        lock (_lock)
        {
            if (_told == percent)
                return;
            _told = percent;
        }

        listener.Battery(timestamp, percent);
    }
}
