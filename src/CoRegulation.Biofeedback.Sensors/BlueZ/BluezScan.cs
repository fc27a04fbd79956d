using System.Threading.Channels;
using CoRegulation.Biofeedback.Sensors.BlueZ.Bus;

namespace CoRegulation.Biofeedback.Sensors.BlueZ;

/// <summary>One scan: tells each heart rate strap whenever something about it changed.</summary>
internal sealed class BluezScan(BluezSession session, string rfkillFolder)
{
    private readonly Channel<SensorSighting> _sightings = Channel.CreateUnbounded<SensorSighting>(new() { SingleReader = true });
    private readonly Dictionary<string, SensorSighting> _told = []; // under the lock
    private readonly Lock _lock = new();

    public ChannelReader<SensorSighting> Sightings => _sightings.Reader;

    public void Begin()
    {
        session.Heard += Look;
        Look(null);
    }

    /// <summary>Tells no more; what was told can still be read.</summary>
    public void End()
    {
        session.Heard -= Look;
        _sightings.Writer.TryComplete();
    }

    private void Look(BusMessage? signal)
    {
        // What a strap measures is nothing that a scan tells.
        if (signal is { Member: BluezNames.PropertiesChanged } && signal.At<string>(0) == BluezNames.Characteristic)
            return;
        if (BluezTrouble.OfAdapters(session.Objects, rfkillFolder) is { } trouble)
        {
            _sightings.Writer.TryComplete(trouble);
            return;
        }

        lock (_lock)
        {
            var inRange = session.Objects.Devices
                .Where(device => device is { HasHeartRateService: true, IsInRange: true })
                .GroupBy(device => device.Address)
                .Select(same => Sighting(same.OrderByDescending(device => device.SignalDbm ?? int.MinValue).First()))
                .ToDictionary(sighting => sighting.Id);
            foreach (var sighting in inRange.Values)
                Tell(sighting);
            foreach (var gone in _told.Values.Where(told => told.IsInRange && !inRange.ContainsKey(told.Id)).ToArray())
                Tell(gone with { IsInRange = false, SignalDbm = null });
        }
    }

    private void Tell(SensorSighting sighting)
    {
        if (_told.TryGetValue(sighting.Id, out var told) && told == sighting)
            return;
        _told[sighting.Id] = sighting;
        _sightings.Writer.TryWrite(sighting);
    }

    private static SensorSighting Sighting(BluezDevice device) => new(
        BluezAddress.ToId(device.Address), StrapName.Of(device.Name, device.Address), device.SignalDbm, device.BatteryPercent);
}
