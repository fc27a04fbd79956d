using CoRegulation.Biofeedback.Sensors.BlueZ.Bus;
using Properties = System.Collections.Generic.Dictionary<string, object>;

namespace CoRegulation.Biofeedback.Sensors.BlueZ;

/// <summary>The objects that BlueZ exports, kept as it tells of them. Written by the bus thread, read by any.</summary>
internal sealed class BluezObjects
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Dictionary<string, Properties>> _objects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _seen = new(StringComparer.Ordinal);

    /// <summary>Whether the Bluetooth program is on the bus, as far as is known.</summary>
    public bool IsServiceThere { get; private set; }

    public IReadOnlyList<BluezAdapter> Adapters => Select(BluezNames.Adapter, Adapter);

    public IReadOnlyList<BluezDevice> Devices => Select(BluezNames.Device, Device);

    /// <summary>A device by its object; null when there is none.</summary>
    public BluezDevice? Find(string devicePath)
    {
        lock (_lock)
            return _objects.TryGetValue(devicePath, out var interfaces) && interfaces.TryGetValue(BluezNames.Device, out var device) ? Device(devicePath, device) : null;
    }

    /// <summary>A device by its address; of several adapters that know it the one that is connected to it or heard it last.</summary>
    public BluezDevice? FindAddress(string address) =>
        Devices.Where(device => device.Address == address).OrderByDescending(device => device.IsConnected).ThenByDescending(device => device.LastSeen ?? long.MinValue).FirstOrDefault();

    /// <summary>A device's characteristics, as far as they have appeared.</summary>
    public IReadOnlyList<BluezCharacteristic> CharacteristicsOf(string devicePath) =>
        [.. Select(BluezNames.Characteristic, Characteristic).Where(characteristic => characteristic.Path.StartsWith(devicePath + "/", StringComparison.Ordinal))];

    /// <summary>Begins with everything there is.</summary>
    public void Reset(BusMessage answer)
    {
        lock (_lock)
        {
            Clear();
            IsServiceThere = true;
            foreach (var (path, interfaces) in answer.At<Properties>(0) ?? [])
                Add(path, interfaces as Properties, answer.ArrivalTimestamp);
        }
    }

    /// <summary>The program is gone, and everything with it.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            IsServiceThere = false;
            _objects.Clear();
            _seen.Clear();
        }
    }

    /// <summary>Takes a signal in.</summary>
    public void Apply(BusMessage signal)
    {
        lock (_lock)
        {
            switch (signal.Member)
            {
                case BluezNames.InterfacesAdded when signal.At<string>(0) is { } path:
                    Add(path, signal.At<Properties>(1), signal.ArrivalTimestamp);
                    break;
                case BluezNames.InterfacesRemoved when signal.At<string>(0) is { } path:
                    Remove(path, signal.At<List<object>>(1));
                    break;
                case BluezNames.PropertiesChanged when signal.At<string>(0) is { } changed && signal.Path is { } path:
                    Change(path, changed, signal);
                    break;
            }
        }
    }

    private void Add(string path, Properties? interfaces, long timestamp)
    {
        if (!_objects.TryGetValue(path, out var known))
            _objects[path] = known = new(StringComparer.Ordinal);
        foreach (var (name, properties) in interfaces ?? [])
        {
            known[name] = properties as Properties ?? [];
            if (name == BluezNames.Device && known[name].ContainsKey("RSSI"))
                See(path, timestamp);
        }
    }

    private void Remove(string path, List<object>? interfaces)
    {
        if (!_objects.TryGetValue(path, out var known))
            return;
        foreach (var name in interfaces ?? [])
            known.Remove((string)name);
        if (known.Count > 0)
            return;
        _objects.Remove(path);
        _seen.Remove(path);
    }

    private void Change(string path, string changed, BusMessage signal)
    {
        // What is not known any more or not yet is left alone: a value that comes late must not raise an object from the dead.
        if (!_objects.TryGetValue(path, out var interfaces) || !interfaces.TryGetValue(changed, out var properties))
            return;
        foreach (var (name, value) in signal.At<Properties>(1) ?? [])
            properties[name] = value;
        foreach (var name in signal.At<List<object>>(2) ?? [])
            properties.Remove((string)name);
        if (changed == BluezNames.Device && signal.At<Properties>(1)?.ContainsKey("RSSI") is true)
            See(path, signal.ArrivalTimestamp);
    }

    private void See(string path, long timestamp) => _seen[path] = timestamp;

    private List<T> Select<T>(string name, Func<string, Properties, T> make)
    {
        lock (_lock)
            return [.. from known in _objects where known.Value.ContainsKey(name) orderby known.Key select make(known.Key, known.Value[name])];
    }

    private static BluezAdapter Adapter(string path, Properties properties) => new(
        path, Text(properties, "Address") ?? "", IsTrue(properties, "Powered"), Text(properties, "PowerState") == "off-blocked");

    private BluezDevice Device(string path, Properties properties)
    {
        var address = (Text(properties, "Address") ?? "").ToUpperInvariant();
        // Without a name BlueZ makes an alias of the address.
        var alias = Text(properties, "Alias");
        return new()
        {
            Path = path,
            Address = address,
            HasRandomAddress = Text(properties, "AddressType") == "random",
            Name = alias is not null && alias != address.Replace(':', '-') ? alias : Text(properties, "Name"),
            SignalDbm = properties.TryGetValue("RSSI", out var signal) && signal is short dbm ? dbm : null,
            BatteryPercent = _objects[path].TryGetValue(BluezNames.Battery, out var battery)
                && battery.TryGetValue("Percentage", out var level) && level is byte and <= 100 ? (byte)level : null,
            IsConnected = IsTrue(properties, "Connected"),
            AreServicesResolved = IsTrue(properties, "ServicesResolved"),
            HasHeartRateService = properties.TryGetValue("UUIDs", out var uuids) && uuids is List<object> services
                && services.Any(service => string.Equals(service as string, BluezNames.HeartRateService, StringComparison.OrdinalIgnoreCase)),
            LastSeen = _seen.TryGetValue(path, out var seen) ? seen : null,
        };
    }

    private static BluezCharacteristic Characteristic(string path, Properties properties) => new(
        path,
        (Text(properties, "UUID") ?? "").ToLowerInvariant(),
        properties.TryGetValue("Flags", out var flags) && flags is List<object> list && list.Any(flag => flag is "notify" or "indicate"));

    private static string? Text(Properties properties, string name) => properties.TryGetValue(name, out var value) ? value as string : null;

    private static bool IsTrue(Properties properties, string name) => properties.TryGetValue(name, out var value) && value is true;
}
