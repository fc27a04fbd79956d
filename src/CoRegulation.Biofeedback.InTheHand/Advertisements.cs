using InTheHand.Bluetooth;

namespace CoRegulation.Biofeedback.InTheHand;

/// <summary>The advertisements of all devices, for as many as want to hear them: one scan of the package runs while somebody does.</summary>
/// <remarks>The package has one event for all; each scan of its own would raise it once more for each packet.</remarks>
internal sealed class Advertisements : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<Action<BluetoothAdvertisingEvent>> _hearers = [];
    private Task<BluetoothLEScan>? _scan;

    /// <summary>Hears every packet until disposed of.</summary>
    /// <exception cref="PlatformNotSupportedException">This system does not report advertisements.</exception>
    public async Task<IDisposable> HearAsync(Action<BluetoothAdvertisingEvent> heard)
    {
        Task<BluetoothLEScan> scan;
        lock (_lock)
        {
            _hearers.Add(heard);
            if (_scan is null)
            {
                Bluetooth.AdvertisementReceived += Pass;
                _scan = StartAsync();
            }

            scan = _scan;
        }

        try
        {
            await scan;
            return new Hearing(this, heard);
        }
        catch
        {
            Leave(heard);
            throw;
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _hearers.Clear();
            Stop();
        }
    }

    private static async Task<BluetoothLEScan> StartAsync() =>
        await Bluetooth.RequestLEScanAsync(new BluetoothLEScanOptions { AcceptAllAdvertisements = true, KeepRepeatedDevices = true })
        ?? throw new PlatformNotSupportedException();

    private void Pass(object? sender, BluetoothAdvertisingEvent advertisement)
    {
        Action<BluetoothAdvertisingEvent>[] hearers;
        lock (_lock)
            hearers = [.. _hearers];
        foreach (var hearer in hearers)
            hearer(advertisement);
    }

    private void Leave(Action<BluetoothAdvertisingEvent> heard)
    {
        lock (_lock)
        {
            if (_hearers.Remove(heard) && _hearers.Count == 0)
                Stop();
        }
    }

    private void Stop()
    {
        if (_scan is not { } scan)
            return;
        _scan = null;
        Bluetooth.AdvertisementReceived -= Pass;
        _ = scan.ContinueWith(
            static started => started.Result.Stop(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
    }

    private sealed class Hearing(Advertisements advertisements, Action<BluetoothAdvertisingEvent> heard) : IDisposable
    {
        public void Dispose() => advertisements.Leave(heard);
    }
}
