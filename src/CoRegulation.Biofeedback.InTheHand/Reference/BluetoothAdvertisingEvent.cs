namespace InTheHand.Bluetooth;

/// <summary>One packet of an advertisement.</summary>
public sealed class BluetoothAdvertisingEvent
{
    internal BluetoothAdvertisingEvent(BluetoothDevice? device, string name, BluetoothUuid[] uuids, short rssi) =>
        (Device, Name, Uuids, Rssi) = (device, name, uuids, rssi);

    /// <summary>Who sent it; null where the system could not say in time.</summary>
    public BluetoothDevice? Device { get; }

    /// <summary>Services in this packet.</summary>
    public BluetoothUuid[] Uuids { get; }

    /// <summary>The name in this packet, often empty.</summary>
    public string Name { get; }

    /// <summary>Signal, dBm.</summary>
    public short Rssi { get; }
}
