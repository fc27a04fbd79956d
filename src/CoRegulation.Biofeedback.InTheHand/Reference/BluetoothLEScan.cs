namespace InTheHand.Bluetooth;

/// <summary>A scan that runs.</summary>
public sealed class BluetoothLEScan
{
    internal BluetoothLEScan() => Active = true;

    /// <summary>Whether it still runs.</summary>
    public bool Active { get; private set; }

    /// <summary>Ends it.</summary>
    public void Stop() => Active = false;
}
