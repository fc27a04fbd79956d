using CoRegulation.Biofeedback.Sensors.Connecting;

namespace CoRegulation.Biofeedback.Sensors.Tests.Connecting;

public sealed class StrapSensorContract : HeartRateSensorContract
{
    protected override IEnumerable<string> Sent => Beats;

    /// <summary>What the strap that is lost once sends.</summary>
    internal static IEnumerable<string> Beats => ["003c", "003d", "003e", "003f"];

    protected override Task<IHeartRateSensor> StartAsync() => Task.FromResult<IHeartRateSensor>(new StrapSensor(LostOnce(), TimeProvider.System));

    // It happens as soon as somebody reads.
    protected override Task LoseAndFindAgainAsync() => Task.CompletedTask;

    /// <summary>A strap that is lost after its first message, comes back with three, and then waits.</summary>
    internal static ScriptedLink LostOnce() => new ScriptedLink(TimeProvider.System)
        .Then(at =>
        {
            at.Notify(0, 60);
            at.Drop();
        })
        .Then(at =>
        {
            at.Notify(0, 61);
            at.Notify(0, 62);
            at.Notify(0, 63);
        });
}
