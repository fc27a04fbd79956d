using System.Collections.Concurrent;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.Tests.Connecting;

namespace CoRegulation.Biofeedback.InTheHand.Tests;

/// <summary>Scans in the background and keeps what it is told.</summary>
internal sealed class Scan : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<SensorSighting> _sightings = new();
    private readonly Task _scanning;

    public Scan(ISensorBackend backend) => _scanning = ScanAsync(backend);

    public IReadOnlyList<SensorSighting> Sightings => [.. _sightings];

    public Task UntilAsync(int sightings) => Heard.UntilAsync(() => _sightings.Count >= sightings);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _scanning;
        _stop.Dispose();
    }

    private async Task ScanAsync(ISensorBackend backend)
    {
        await foreach (var sighting in backend.ScanAsync(_stop.Token))
            _sightings.Enqueue(sighting);
    }
}
