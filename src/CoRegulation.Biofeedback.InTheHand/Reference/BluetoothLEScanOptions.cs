namespace InTheHand.Bluetooth;

/// <summary>What a scan is to report.</summary>
public sealed class BluetoothLEScanOptions
{
    /// <summary>What a device must have.</summary>
    public readonly List<BluetoothLEScanFilter> Filters = [];

    /// <summary>Reports a device each time it advertises.</summary>
    public bool KeepRepeatedDevices { get; set; }

    /// <summary>Reports every device.</summary>
    public bool AcceptAllAdvertisements { get; set; }
}
