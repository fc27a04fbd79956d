using System.Runtime.CompilerServices;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.Connecting;

namespace CoRegulation.Biofeedback.Sessions.Straps;

/// <summary>A strap that somebody else holds connected: to dispose of it ends the readings that came from here and nothing else.</summary>
internal sealed class LentSensor(SharedSensor sensor) : IHeartRateSensor
{
    private readonly CancellationTokenSource _returned = new();

    public string Id => sensor.Id;

    public string Name => sensor.Name;

    public async IAsyncEnumerable<SensorEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _returned.Token);
        await foreach (var sensorEvent in sensor.ReadAsync(stop.Token))
            yield return sensorEvent;
    }

    public async ValueTask DisposeAsync() => await _returned.CancelAsync();
}
