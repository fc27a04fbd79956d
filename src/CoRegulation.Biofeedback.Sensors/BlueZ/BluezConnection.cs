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
    private readonly BluezBattery _battery;
    private volatile string? _measurement;
    private volatile bool _isConnected;
    private bool _isOver;

    /// <summary>A connection that <see cref="OpenAsync"/> makes; the claim is given back at its end.</summary>
    public BluezConnection(
        BluezSession session, BluezOptions options, TimeProvider time, BluezDevice device, string name, IStrapListener listener, IDisposable claim)
    {
        (_session, _options, _time, _device, _name, _listener, _claim) = (session, options, time, device, name, listener, claim);
        _battery = new(session, options, device.Path, listener);
        session.Heard += Hear;
    }

    /// <summary>Connects and subscribes.</summary>
    /// <param name="timeout">How long the strap may take to answer.</param>
    /// <param name="mayBeNoStrap">Whether it is believed that there is no heart rate to subscribe to; a strap that worked before has one.</param>
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
            _ = _battery.BeginAsync(characteristic => SubscribeAsync(characteristic, CancellationToken.None), _time.GetTimestamp());
        }
        catch (BusException fault)
        {
            throw BluezTrouble.OfStrap(fault, _name, mayBeNoStrap, _session.Objects, _options.RfkillFolder);
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

        // Sent in this order, and waited for together: a strap that hangs answers nothing. BlueZ keeps a subscription beyond the link and would take it
        // up again by itself; hence also when the strap is gone.
        var leaving = subscribed.SelectMany(characteristic => new Task[] { StopAsync(characteristic, CancellationToken.None), MatchAsync(add: false, characteristic, _options.Leave, default) });
        if (Present() is not null)
            leaving = leaving.Append(_session.CallAsync(_device.Path, BluezNames.Device, "Disconnect", _options.Leave, CancellationToken.None));
        await Task.WhenAll(leaving.Select(TryAsync));
        _claim.Dispose();
    }

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

        return measurement.CanNotify ? measurement : throw BluezTrouble.CannotBeSubscribed(_name, mayBeNoStrap);
    }

    private async Task SubscribeAsync(string characteristic, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_isOver)
                throw BluezTrouble.NotAnswering(_name);
            _subscribed.Add(characteristic);
        }

        await MatchAsync(add: true, characteristic, _options.Request, cancellationToken);
        try
        {
            await _session.CallAsync(characteristic, BluezNames.Characteristic, "StartNotify", _options.Request, cancellationToken);
        }
        catch (BusException fault) when (fault.Name == "org.bluez.Error.InProgress")
        {
            // A subscription of an earlier link that still waits for it: make it anew.
            await TryAsync(StopAsync(characteristic, cancellationToken));
            await _session.CallAsync(characteristic, BluezNames.Characteristic, "StartNotify", _options.Request, cancellationToken);
        }
    }

    private Task<BusMessage> StopAsync(string characteristic, CancellationToken cancellationToken) =>
        _session.CallAsync(characteristic, BluezNames.Characteristic, "StopNotify", _options.Leave, cancellationToken);

    private Task MatchAsync(bool add, string characteristic, TimeSpan timeout, CancellationToken cancellationToken) =>
        _session.MatchAsync(add, BluezNames.ChangesOf(BluezNames.Characteristic, characteristic), timeout, cancellationToken);

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

            _battery.Hear(signal, changed);
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
