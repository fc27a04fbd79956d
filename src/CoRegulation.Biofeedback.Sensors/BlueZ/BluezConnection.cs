using CoRegulation.Biofeedback.Sensors.BlueZ.Bus;
using CoRegulation.Biofeedback.Sensors.Connecting;

namespace CoRegulation.Biofeedback.Sensors.BlueZ;

/// <summary>One connection to a strap, from <c>Connect</c> to <c>Disconnect</c>.</summary>
internal sealed class BluezConnection : IAsyncDisposable
{
    private readonly BluezSession _session;
    private readonly BluezOptions _options;
    private readonly TimeProvider _time;
    private readonly IStrapListener _listener;
    private readonly BluezDevice _device;
    private readonly string _name;
    private readonly IDisposable _claim;
    private readonly Lock _lock = new();
    private readonly HashSet<string> _subscribed = []; // characteristics; under the lock
    private string? _measurement;
    private string? _batteryLevel;
    private int? _battery; // of the bus thread
    private volatile bool _isConnected;
    private bool _isOver;

    /// <param name="session">The way to BlueZ.</param>
    /// <param name="options">How long is waited.</param>
    /// <param name="time">The clock.</param>
    /// <param name="device">The strap.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="listener">Who hears of it.</param>
    /// <param name="claim">Given back at the end.</param>
    public BluezConnection(
        BluezSession session, BluezOptions options, TimeProvider time, BluezDevice device, string name, IStrapListener listener, IDisposable claim)
    {
        (_session, _options, _time, _device, _name, _listener, _claim) = (session, options, time, device, name, listener, claim);
        session.Heard += Hear;
    }

    /// <summary>Connects and subscribes.</summary>
    /// <param name="timeout">How long the strap may take to answer.</param>
    /// <param name="mayBeNoStrap">Whether a missing heart rate service is believed; a strap that worked before has one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SensorException">It could not.</exception>
    public async Task OpenAsync(TimeSpan timeout, bool mayBeNoStrap, CancellationToken cancellationToken)
    {
        try
        {
            await ConnectAsync(timeout, cancellationToken);
            _isConnected = true;
            await ResolveAsync(cancellationToken);
            var measurement = await FindMeasurementAsync(mayBeNoStrap, cancellationToken);
            _measurement = measurement.Path;
            await SubscribeAsync(measurement.Path, cancellationToken);
            _ = TellBatteryAsync();
        }
        catch (BusException fault)
        {
            throw BluezTrouble.OfStrap(fault, _name, _session.Objects, _options.RfkillFolder);
        }
    }

    /// <summary>Unsubscribes, drops what is heard and disconnects; also takes back a connection that is still being made.</summary>
    public async ValueTask DisposeAsync()
    {
        _session.Heard -= Hear;
        string[] subscribed;
        lock (_lock)
        {
            _isOver = true;
            subscribed = [.. _subscribed];
        }

        // BlueZ keeps a subscription beyond the link and would take it up again by itself; hence also when the strap is gone.
        foreach (var characteristic in subscribed)
        {
            await TryAsync(_session.CallAsync(characteristic, BluezNames.Characteristic, "StopNotify", _options.Leave, CancellationToken.None));
            await TryAsync(_session.MatchAsync(add: false, ValuesOf(characteristic), _options.Leave, CancellationToken.None));
        }

        if (_session.Objects.Find(_device.Path) is not null)
            await TryAsync(_session.CallAsync(_device.Path, BluezNames.Device, "Disconnect", _options.Leave, CancellationToken.None));
        _claim.Dispose();
    }

    private static string ValuesOf(string characteristic) =>
        $"type='signal',sender='{BluezNames.Service}',path='{characteristic}',interface='{BluezNames.Properties}',member='{BluezNames.PropertiesChanged}'";

    private static async Task TryAsync(Task request)
    {
        try
        {
            await request;
        }
        catch (BusException)
        {
            // What cannot be undone is gone already, or will be when the program ends.
        }
    }

    private async Task ConnectAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        try
        {
            await _session.CallAsync(_device.Path, BluezNames.Device, "Connect", timeout, cancellationToken);
        }
        catch (BusException fault) when (fault.Name == "org.bluez.Error.AlreadyConnected")
        {
            // By another program, or by one of ours that was killed: a link belongs to nobody.
        }
    }

    private async Task ResolveAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(_options.Services, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            await _session.UntilAsync(
                () => Present() is { IsConnected: true } device ? device.AreServicesResolved ? device : null : throw BluezTrouble.NotAnswering(_name), either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw BluezTrouble.NotAnswering(_name);
        }
    }

    private async Task<BluezCharacteristic> FindMeasurementAsync(bool mayBeNoStrap, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(_options.Characteristics, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        BluezCharacteristic measurement;
        try
        {
            // BlueZ may say that all is known before it shows it.
            measurement = await _session.UntilAsync(
                () => Present() is null ? throw BluezTrouble.NotAnswering(_name) : Characteristic(BluezNames.HeartRateMeasurement), either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // That nothing at all is shown says nothing about the strap.
            throw mayBeNoStrap && _session.Objects.CharacteristicsOf(_device.Path).Count > 0 ? BluezTrouble.NoHeartRateService(_name) : BluezTrouble.NotAnswering(_name);
        }

        return measurement.CanNotify ? measurement : throw BluezTrouble.CannotBeSubscribed(_name);
    }

    private async Task SubscribeAsync(string characteristic, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_isOver)
                throw BluezTrouble.NotAnswering(_name);
            _subscribed.Add(characteristic);
        }

        await _session.MatchAsync(add: true, ValuesOf(characteristic), _options.Request, cancellationToken);
        try
        {
            await _session.CallAsync(characteristic, BluezNames.Characteristic, "StartNotify", _options.Request, cancellationToken);
        }
        catch (BusException fault) when (fault.Name == "org.bluez.Error.InProgress")
        {
            // A subscription of an earlier link that still waits for it: make it anew.
            await TryAsync(_session.CallAsync(characteristic, BluezNames.Characteristic, "StopNotify", _options.Leave, cancellationToken));
            await _session.CallAsync(characteristic, BluezNames.Characteristic, "StartNotify", _options.Request, cancellationToken);
        }
    }

    // The battery is good to know; that it is not told is no trouble.
    private async Task TellBatteryAsync()
    {
        try
        {
            if (Present()?.BatteryPercent is { } percent)
                TellBattery(_time.GetTimestamp(), percent);
            else if (Characteristic(BluezNames.BatteryLevel) is { } level)
                await ReadBatteryAsync(level);
        }
        catch (Exception fault) when (fault is BusException or SensorException)
        {
            // As above.
        }
    }

    private async Task ReadBatteryAsync(BluezCharacteristic level)
    {
        _batteryLevel = level.Path;
        if (level.CanNotify)
            await SubscribeAsync(level.Path, CancellationToken.None);
        var answer = await _session.CallAsync(
            level.Path, BluezNames.Characteristic, "ReadValue", _options.Request, CancellationToken.None, new Dictionary<string, object>());
        if (answer.At<byte[]>(0) is { Length: > 0 } value)
            TellBattery(answer.ArrivalTimestamp, value[0]);
    }

    private void TellBattery(long timestamp, int percent)
    {
        lock (_lock)
        {
            if (_isOver || _battery == percent)
                return;
            _battery = percent;
        }

        _listener.Battery(timestamp, percent);
    }

    private void Hear(BusMessage? signal)
    {
        if (signal is { Member: BluezNames.PropertiesChanged, Path: { } path } && signal.At<Dictionary<string, object>>(1) is { } changed)
        {
            if (path == _measurement)
            {
                if (changed.TryGetValue("Value", out var value) && value is byte[] message)
                    _listener.Notified(signal.ArrivalTimestamp, message);
                return;
            }

            if (path == _batteryLevel && changed.TryGetValue("Value", out var level) && level is byte[] { Length: > 0 } bytes)
                TellBattery(signal.ArrivalTimestamp, bytes[0]);
            else if (path == _device.Path && signal.At<string>(0) == BluezNames.Battery && Present()?.BatteryPercent is { } percent && _measurement is not null)
                TellBattery(signal.ArrivalTimestamp, percent);
            if (path != _device.Path && signal.At<string>(0) != BluezNames.Adapter)
                return;
        }

        if (_isConnected && Present() is not { IsConnected: true })
            Lose(signal?.ArrivalTimestamp ?? _time.GetTimestamp());
    }

    private void Lose(long timestamp)
    {
        lock (_lock)
        {
            if (_isOver)
                return;
            _isOver = true;
        }

        _listener.Disconnected(timestamp, BluezTrouble.OfAdapters(_session.Objects, _options.RfkillFolder)?.Message);
    }

    private BluezDevice? Present() => _session.Objects.Find(_device.Path);

    private BluezCharacteristic? Characteristic(string uuid) =>
        _session.Objects.CharacteristicsOf(_device.Path).FirstOrDefault(characteristic => characteristic.Uuid == uuid);
}
