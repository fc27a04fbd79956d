namespace InTheHand.Bluetooth;

/// <summary>What a listing of devices is to contain.</summary>
public sealed class RequestDeviceOptions
{
    /// <summary>What a device must have.</summary>
    public IList<BluetoothLEScanFilter> Filters { get; } = [];

    /// <summary>Lists every device.</summary>
    public bool AcceptAllDevices { get; set; }
}
