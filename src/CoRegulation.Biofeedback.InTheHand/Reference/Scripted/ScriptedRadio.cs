namespace InTheHand.Bluetooth.Scripted;

/// <summary>The radio behind the stand-in: what a test says is in range. The package's entry point is static, so there is one at a time.</summary>
public sealed class ScriptedRadio
{
    private readonly Dictionary<string, BluetoothDevice> _known = [];
    private readonly List<BluetoothLEScan> _scans = [];
    private readonly Lock _lock = new();

    /// <summary>The radio that the stand-in uses; a test sets its own.</summary>
    public static ScriptedRadio Current { get; set; } = new();

    /// <summary>Whether it can be used.</summary>
    public bool IsAvailable { get; set; } = true;

    /// <summary>Whether the system reports advertisements, as Windows does; without that there are lists only.</summary>
    public bool ReportsAdvertisements { get; set; } = true;

    /// <summary>Straps and other devices, in range or not. A list holds those in range, whatever filters were asked for.</summary>
    public IList<ScriptedStrap> Straps { get; } = [];

    /// <summary>Scans that run.</summary>
    public int Scans
    {
        get
        {
            lock (_lock)
                return _scans.Count(scan => scan.Active);
        }
    }

    /// <summary>Lists that were made.</summary>
    public int Lists { get; private set; }

    /// <summary>A packet goes out; those who scan get it. Packets carry the name or the services, seldom both.</summary>
    public void Advertise(ScriptedStrap strap, bool withName = true, bool withServices = true, bool withDevice = true)
    {
        ArgumentNullException.ThrowIfNull(strap);
        if (Scans > 0)
            Bluetooth.OnAdvertisementReceived(new(
                withDevice ? Find(strap.Id) : null, withName ? strap.Name : "", withServices ? [.. strap.Advertised] : [], strap.SignalDbm));
    }

    internal BluetoothLEScan Scan()
    {
        if (!ReportsAdvertisements)
            throw new PlatformNotSupportedException();
        var scan = new BluetoothLEScan();
        lock (_lock)
            _scans.Add(scan);
        return scan;
    }

    internal async Task<IReadOnlyCollection<BluetoothDevice>> ListAsync(CancellationToken stop)
    {
        await Task.Yield();
        stop.ThrowIfCancellationRequested();
        Lists++;
        return [.. Straps.Where(strap => strap.IsInRange).Select(strap => Find(strap.Id)!)];
    }

    // As on Windows, a device that is known is the same object again.
    internal BluetoothDevice? Find(string id)
    {
        lock (_lock)
        {
            if (_known.TryGetValue(id, out var device))
                return device;
            return Straps.FirstOrDefault(strap => strap.Id == id) is { } found ? _known[id] = new(found) : null;
        }
    }
}
