namespace InTheHand.Bluetooth;

/// <summary>What a device must have to be reported.</summary>
public sealed class BluetoothLEScanFilter
{
    /// <summary>Services that it must have.</summary>
    public IList<BluetoothUuid> Services { get; } = [];

    /// <summary>The name that it must have.</summary>
    public string? Name { get; set; }

    /// <summary>What its name must begin with.</summary>
    public string? NamePrefix { get; set; }
}
