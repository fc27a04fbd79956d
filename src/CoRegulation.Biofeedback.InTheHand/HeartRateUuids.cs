using InTheHand.Bluetooth;

namespace CoRegulation.Biofeedback.InTheHand;

/// <summary>What Bluetooth calls the parts of a strap.</summary>
internal static class HeartRateUuids
{
    public static readonly BluetoothUuid HeartRate = BluetoothUuid.FromShortId(0x180D);
    public static readonly BluetoothUuid Measurement = BluetoothUuid.FromShortId(0x2A37);
    public static readonly BluetoothUuid Battery = BluetoothUuid.FromShortId(0x180F);
    public static readonly BluetoothUuid BatteryLevel = BluetoothUuid.FromShortId(0x2A19);
}
