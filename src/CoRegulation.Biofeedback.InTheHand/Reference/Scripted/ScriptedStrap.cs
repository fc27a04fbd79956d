namespace InTheHand.Bluetooth.Scripted;

/// <summary>A strap, or another device, with the package's habits.</summary>
public sealed class ScriptedStrap(string id, string name)
{
    private const ushort HeartRate = 0x180D;
    private const ushort Battery = 0x180F;
    private readonly Queue<Action<ScriptedStrap>> _onSubscription = new();

    /// <summary>What the system calls it by.</summary>
    public string Id { get; } = id;

    /// <summary>Its name.</summary>
    public string Name { get; set; } = name;

    /// <summary>Services that it has.</summary>
    public IList<BluetoothUuid> Services { get; } = [HeartRate, Battery];

    /// <summary>Services that it advertises.</summary>
    public IList<BluetoothUuid> Advertised { get; } = [HeartRate];

    /// <summary>Signal, dBm.</summary>
    public short SignalDbm { get; set; } = -60;

    /// <summary>Battery, percent.</summary>
    public int BatteryPercent { get; set; } = 80;

    /// <summary>Whether it can be reached.</summary>
    public bool IsInRange { get; set; } = true;

    /// <summary>Whether connecting fails because the strap refuses to pair, though the connection is there, as on Linux.</summary>
    public bool RefusesPairing { get; set; }

    /// <summary>Whether handlers that were removed are called all the same, as after a reconnect.</summary>
    public bool LeaksHandlers { get; set; }

    /// <summary>Whether its measurement can notify.</summary>
    public bool CanNotify { get; set; } = true;

    /// <summary>Whether connecting never ends.</summary>
    public bool Hangs { get; set; }

    /// <summary>Whether it is connected.</summary>
    public bool IsConnected { get; set; }

    /// <summary>Connections so far.</summary>
    public int Connections { get; private set; }

    /// <summary>Subscriptions that are on.</summary>
    public bool IsSubscribed { get; private set; }

    internal List<GattCharacteristic> Hearers { get; } = [];

    internal List<RemoteGattServer> Servers { get; } = [];

    internal bool Answers => IsInRange && IsConnected;

    /// <summary>What happens at the next subscription; then at the one after it.</summary>
    public ScriptedStrap OnSubscription(Action<ScriptedStrap> happens)
    {
        _onSubscription.Enqueue(happens);
        return this;
    }

    /// <summary>Sends a notification to everybody whose handler is still hooked in.</summary>
    public void Notify(params byte[] bytes)
    {
        foreach (var hearer in Hearers.ToArray())
            hearer.Raise([.. bytes]);
    }

    /// <summary>The link is lost. Each object of its services that ever was raises the event anew, as on Windows.</summary>
    public void Drop()
    {
        IsConnected = false;
        IsSubscribed = false;
        foreach (var server in Servers.ToArray())
            server.Device.OnGattServerDisconnected();
    }

    internal async Task ConnectAsync()
    {
        if (Hangs)
            await Task.Delay(Timeout.Infinite);
        await Task.Yield();

        // Out of range Windows says nothing: the services are just not there.
        if (!IsInRange)
            return;
        IsConnected = true;
        Connections++;
        if (RefusesPairing)
            throw new InvalidOperationException("org.bluez.Error.AuthenticationFailed: Authentication Failed");
    }

    internal GattCharacteristic? Characteristic(BluetoothUuid service, BluetoothUuid uuid) =>
        !Answers ? null
        : service == HeartRate && uuid == 0x2A37 ? new(this, uuid, CanNotify ? GattCharacteristicProperties.Notify : GattCharacteristicProperties.Read)
        : service == Battery && uuid == 0x2A19 ? new(this, uuid, GattCharacteristicProperties.Read | GattCharacteristicProperties.Notify)
        : null;

    internal Task SubscribeAsync()
    {
        IsSubscribed = true;
        if (_onSubscription.TryDequeue(out var happens))
            happens(this);
        return Task.CompletedTask;
    }

    internal Task UnsubscribeAsync()
    {
        IsSubscribed = false;
        return IsConnected ? Task.CompletedTask : Task.FromException(new NotSupportedException());
    }
}
