using CoRegulation.Biofeedback.Sensors.Connecting;

namespace CoRegulation.Biofeedback.Sensors.Tests.Connecting;

public sealed class SharedSensorContract : HeartRateSensorContract
{
    protected override IEnumerable<string> Sent => StrapSensorContract.Beats;

    protected override Task<IHeartRateSensor> StartAsync() =>
        Task.FromResult<IHeartRateSensor>(new SharedSensor(new StrapSensor(StrapSensorContract.LostOnce(), TimeProvider.System)));

    // It happens as soon as somebody reads.
    protected override Task LoseAndFindAgainAsync() => Task.CompletedTask;
}
