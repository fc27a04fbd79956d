using InTheHand.Bluetooth.Scripted;

namespace InTheHand.Bluetooth;

/// <summary>Entry point to the radio.</summary>
public static class Bluetooth
{
    /// <summary>An advertisement came while a scan runs.</summary>
    public static event EventHandler<BluetoothAdvertisingEvent>? AdvertisementReceived;

    /// <summary>Whether there is a radio that can be used.</summary>
    public static Task<bool> GetAvailabilityAsync() => Task.FromResult(ScriptedRadio.Current.IsAvailable);

    /// <summary>Looks for devices for a while and lists them.</summary>
    public static Task<IReadOnlyCollection<BluetoothDevice>> ScanForDevicesAsync(RequestDeviceOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (options is not null && (options.Filters.Count > 0) == options.AcceptAllDevices)
            throw new ArgumentException("Cannot set both Filters and AcceptAllDevices");
        return ScriptedRadio.Current.ListAsync(cancellationToken);
    }

    /// <summary>Reports advertisements until the scan is stopped.</summary>
    public static Task<BluetoothLEScan> RequestLEScanAsync(BluetoothLEScanOptions? options = null) => Task.FromResult(ScriptedRadio.Current.Scan());

    internal static void OnAdvertisementReceived(BluetoothAdvertisingEvent advertisingEvent) => AdvertisementReceived?.Invoke(null, advertisingEvent);
}
