using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.Connecting;
using InTheHand.Bluetooth;

namespace CoRegulation.Biofeedback.InTheHand;

/// <summary>One connection, from its first try to its end.</summary>
/// <remarks>
/// What is known of the package, and what is done about it:
/// it pairs by itself on some systems, and fails when the strap refuses: whether there is a connection is judged by the services, not by that.
/// <c>IsConnected</c> keeps its old value: it is not asked; the event of the end and the watch over silence are what counts.
/// Each reading of <c>Gatt</c> makes another object with handlers of its own: it is read once a connection.
/// Handlers that were taken off may be called all the same: each connection has its own, and is deaf when it is over.
/// </remarks>
internal sealed class InTheHandConnection : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly BluetoothDevice _device;
    private readonly RemoteGattServer _gatt;
    private readonly IStrapListener _listener;
    private readonly TimeProvider _time;
    private GattCharacteristic? _measurement;
    private GattCharacteristicValueChangedEventArgs? _last;
    private int _over;

    public InTheHandConnection(BluetoothDevice device, IStrapListener listener, TimeProvider time)
    {
        (_device, _listener, _time) = (device, listener, time);
        _gatt = device.Gatt;
        device.GattServerDisconnected += Lost;
    }

    /// <summary>Connects and subscribes.</summary>
    public async Task OpenAsync(string name, CancellationToken stop)
    {
        var refused = await TryAsync(() => _gatt.ConnectAsync(), stop);
        var measurement = await MeasurementAsync(name, refused, stop);
        if (!measurement.Properties.HasFlag(GattCharacteristicProperties.Notify))
            throw new SensorException(SensorTrouble.NotAHeartRateStrap, $"{name} does not send heart rates by itself: its measurement cannot be subscribed to. Use another strap.");

        _measurement = measurement;
        measurement.CharacteristicValueChanged += Changed;
        if (await TryAsync(measurement.StartNotificationsAsync, stop) is { } fault)
            throw RadioTrouble.Unreachable(name, fault);
        _ = TellBatteryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Interlocked.Exchange(ref _over, 1);
        // Each step by itself: on an object that the system closed meanwhile even dropping a handler may fail.
        await TryAsync(() => Done(() => _device.GattServerDisconnected -= Lost), CancellationToken.None);
        if (_measurement is { } measurement)
        {
            await TryAsync(() => Done(() => measurement.CharacteristicValueChanged -= Changed), CancellationToken.None);
            await TryAsync(() => measurement.StopNotificationsAsync().WaitAsync(Patience, _time), CancellationToken.None);
        }

        await TryAsync(() => Done(_gatt.Disconnect), CancellationToken.None);
    }

    private static Task Done(Action step)
    {
        step();
        return Task.CompletedTask;
    }

    /// <summary>Waits for the package, whose tasks cannot be cancelled; what it says goes wrong is returned.</summary>
    private static async Task<Exception?> TryAsync(Func<Task> step, CancellationToken stop)
    {
        try
        {
            await step().WaitAsync(stop);
            return null;
        }
#pragma warning disable CA1031 // Each system has exceptions of its own; the caller says what they mean.
        catch (Exception fault) when (fault is not OperationCanceledException || !stop.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return fault;
        }
    }

    private async Task<GattCharacteristic> MeasurementAsync(string name, Exception? refused, CancellationToken stop)
    {
        GattCharacteristic? measurement = null;
        var fault = await TryAsync(
            async () =>
            {
                if (await _gatt.GetPrimaryServiceAsync(HeartRateUuids.HeartRate) is { } service)
                    measurement = await service.GetCharacteristicAsync(HeartRateUuids.Measurement);
                else if (await _gatt.GetPrimaryServicesAsync() is { Count: > 0 })
                    throw new SensorException(SensorTrouble.NotAHeartRateStrap, $"{name} has no heart rate service: it is no heart-rate strap. Choose another one.");
            },
            stop);

        return fault is SensorException known ? throw known : measurement ?? throw RadioTrouble.Unreachable(name, fault ?? refused);
    }

    private void Changed(object? sender, GattCharacteristicValueChangedEventArgs changed)
    {
        var arrival = _time.GetTimestamp();
        if (Volatile.Read(ref _over) != 0 || changed?.Value is not { } bytes || ReferenceEquals(Interlocked.Exchange(ref _last, changed), changed))
            return;
        _listener.Notified(arrival, bytes);
    }

    private void Lost(object? sender, EventArgs nothing)
    {
        var arrival = _time.GetTimestamp();
        if (Interlocked.Exchange(ref _over, 1) == 0)
            _listener.Disconnected(arrival);
    }

    private async Task TellBatteryAsync() => await TryAsync(
        async () =>
        {
            if (await _gatt.GetPrimaryServiceAsync(HeartRateUuids.Battery) is { } service
                && await service.GetCharacteristicAsync(HeartRateUuids.BatteryLevel) is { } level
                && await level.ReadValueAsync() is [var percent, ..]
                && Volatile.Read(ref _over) == 0)
            {
                _listener.Battery(_time.GetTimestamp(), percent);
            }
        },
        CancellationToken.None);
}
