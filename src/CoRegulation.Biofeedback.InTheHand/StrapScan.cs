using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CoRegulation.Biofeedback.Sensors;
using InTheHand.Bluetooth;

namespace CoRegulation.Biofeedback.InTheHand;

/// <summary>Straps in range: by their advertisements, or by lists where the system reports none.</summary>
internal sealed class StrapScan(string backend, Advertisements advertisements, TimeProvider time)
{
    private static readonly TimeSpan GoneAfter = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(2);

    private readonly Channel<SensorSighting> _sightings = Channel.CreateUnbounded<SensorSighting>(new() { SingleReader = true });
    private readonly Dictionary<string, Seen> _seen = [];
    private readonly Lock _lock = new();

    /// <summary>Runs until cancelled, which ends it normally.</summary>
    public async IAsyncEnumerable<SensorSighting> RunAsync([EnumeratorCancellation] CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var looking = LookAsync(over.Token);
        await using var ended = stop.Register(() => _sightings.Writer.TryComplete());
        try
        {
            await foreach (var sighting in _sightings.Reader.ReadAllAsync(CancellationToken.None))
                yield return sighting;
        }
        finally
        {
            await over.CancelAsync();
            await looking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task LookAsync(CancellationToken stop)
    {
        try
        {
            await HearOrListAsync(stop);
            _sightings.Writer.TryComplete();
        }
#pragma warning disable CA1031 // Whoever scans gets it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _sightings.Writer.TryComplete(
                stop.IsCancellationRequested ? null
                : fault as SensorException ?? new SensorException(SensorTrouble.Other, "Looking for straps ended: " + fault.Message + " Switch Bluetooth off and on, and try again.", fault));
        }
    }

    private async Task HearOrListAsync(CancellationToken stop)
    {
        IDisposable hearing;
        try
        {
            hearing = await advertisements.HearAsync(Hear);
        }
        catch (PlatformNotSupportedException)
        {
            await ListAsync(stop);
            return;
        }

        using (hearing)
        using (var sweeps = new PeriodicTimer(Sweep, time))
        {
            while (await sweeps.WaitForNextTickAsync(stop))
                TellGone();
        }
    }

    // Filters are asked for nowhere: some systems ignore them, others would hide straps that do not advertise their service.
    private async Task ListAsync(CancellationToken stop)
    {
        while (true)
        {
            foreach (var device in await Bluetooth.ScanForDevicesAsync(new RequestDeviceOptions { AcceptAllDevices = true }, stop).WaitAsync(stop))
                Take(device.Id, device.Name, hasHeartRate: false, null);
            TellGone();
            await Task.Delay(Sweep, time, stop);
        }
    }

    private void Hear(BluetoothAdvertisingEvent advertisement)
    {
        // The system may not say in time whose packet it is; the next one comes soon.
        if (advertisement.Device is not { } device)
            return;
        var name = string.IsNullOrWhiteSpace(advertisement.Name) ? device.Name : advertisement.Name;
        Take(device.Id, name, advertisement.Uuids.Contains(HeartRateUuids.HeartRate), advertisement.Rssi);
    }

    private void Take(string address, string? name, bool hasHeartRate, int? signalDbm)
    {
        lock (_lock)
        {
            if (!_seen.TryGetValue(address, out var seen))
                _seen[address] = seen = new Seen(backend, address);

            // 0 or 127 dBm: the radio does not know.
            if (seen.Take(time.GetTimestamp(), name, hasHeartRate, signalDbm is < 0 ? signalDbm : null) is { } sighting)
                _sightings.Writer.TryWrite(sighting);
        }
    }

    private void TellGone()
    {
        lock (_lock)
        {
            foreach (var seen in _seen.Values)
            {
                if (time.GetElapsedTime(seen.Timestamp) >= GoneAfter && seen.Leave() is { } gone)
                    _sightings.Writer.TryWrite(gone);
            }
        }
    }
}
