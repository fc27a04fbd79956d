using InTheHand.Bluetooth.Scripted;

namespace InTheHand.Bluetooth;

/// <summary>The services of a device.</summary>
public sealed class RemoteGattServer
{
    private readonly ScriptedStrap _strap;

    internal RemoteGattServer(BluetoothDevice device, ScriptedStrap strap)
    {
        (Device, _strap) = (device, strap);
        strap.Servers.Add(this);
    }

    /// <summary>Whose services these are.</summary>
    public BluetoothDevice Device { get; }

    /// <summary>Whether it was connected when somebody last looked: it stays true when the connection is lost.</summary>
    public bool IsConnected { get; private set; }

    /// <summary>Connects, and pairs where the system pairs.</summary>
    public async Task ConnectAsync()
    {
        await _strap.ConnectAsync();
        IsConnected = true;
    }

    /// <summary>Ends the connection.</summary>
    public void Disconnect()
    {
        _strap.IsConnected = false;
        IsConnected = false;
        Device.OnGattServerDisconnected();
    }

    /// <summary>A service; null where there is none, or where the device does not answer.</summary>
    public Task<GattService?> GetPrimaryServiceAsync(BluetoothUuid service) =>
        Task.FromResult(_strap.Answers && _strap.Services.Contains(service) ? new GattService(_strap, service) : null);

    /// <summary>All services, none where the device does not answer.</summary>
    public Task<List<GattService>> GetPrimaryServicesAsync(BluetoothUuid? service = null) =>
        Task.FromResult(_strap.Answers ? _strap.Services.Where(one => service is null || one == service).Select(one => new GattService(_strap, one)).ToList() : []);
}
