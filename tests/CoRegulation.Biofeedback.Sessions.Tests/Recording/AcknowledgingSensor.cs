using CoRegulation.Biofeedback.Sensors;

namespace CoRegulation.Biofeedback.Sessions.Tests.Recording;

/// <summary>A sensor that tells of each message once its session has taken it, so that it must be in the recording by then.</summary>
public sealed class AcknowledgingSensor(IHeartRateSensor sensor, Action<SensorEvent> taken) : IHeartRateSensor
{
    public string Id => sensor.Id;

    public string Name => sensor.Name;

    public async IAsyncEnumerable<SensorEvent> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var message in sensor.ReadAsync(cancellationToken))
        {
            yield return message;
            taken(message);
        }
    }

    public ValueTask DisposeAsync() => sensor.DisposeAsync();
}
