using System.Runtime.CompilerServices;
using CoRegulation.Biofeedback.Sensors;

namespace CoRegulation.Biofeedback.Sessions.Tests.Recording;

/// <summary>A sensor that is silent after its last message and never ends by itself: its session goes on until it is killed, however late that is.</summary>
public sealed class EndlessSensor(IHeartRateSensor sensor) : IHeartRateSensor
{
    public string Id => sensor.Id;

    public string Name => sensor.Name;

    public async IAsyncEnumerable<SensorEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var message in sensor.ReadAsync(cancellationToken))
            yield return message;
        await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public ValueTask DisposeAsync() => sensor.DisposeAsync();
}
