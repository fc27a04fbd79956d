using InTheHand.Bluetooth.Scripted;

namespace InTheHand.Bluetooth;

/// <summary>A device.</summary>
public sealed class BluetoothDevice
{
    private readonly ScriptedStrap _strap;

    internal BluetoothDevice(ScriptedStrap strap) => _strap = strap;

    /// <summary>An active connection was lost, or was ended by <see cref="RemoteGattServer.Disconnect"/>.</summary>
    public event EventHandler? GattServerDisconnected;

    /// <summary>Its address, or what the system calls it by.</summary>
    public string Id => _strap.Id;

    /// <summary>Its name.</summary>
    public string Name => _strap.Name;

    /// <summary>A way to its services: another object each time.</summary>
    public RemoteGattServer Gatt => new(this, _strap);

    /// <summary>The device with an identity; null where the system does not know it.</summary>
    public static Task<BluetoothDevice?> FromIdAsync(string id) => Task.FromResult(ScriptedRadio.Current.Find(id));

    internal void OnGattServerDisconnected() => GattServerDisconnected?.Invoke(this, EventArgs.Empty);
}
