using InTheHand.Bluetooth.Scripted;

namespace InTheHand.Bluetooth;

/// <summary>A service.</summary>
public sealed class GattService
{
    private readonly ScriptedStrap _strap;

    internal GattService(ScriptedStrap strap, BluetoothUuid uuid) => (_strap, Uuid) = (strap, uuid);

    /// <summary>Which.</summary>
    public BluetoothUuid Uuid { get; }

    /// <summary>A characteristic of it; null where there is none.</summary>
    public Task<GattCharacteristic?> GetCharacteristicAsync(BluetoothUuid characteristic) =>
        Task.FromResult(_strap.Characteristic(Uuid, characteristic));
}
