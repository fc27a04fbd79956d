using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sensors.Simulation.Straps;
using Microsoft.Extensions.Time.Testing;

namespace CoRegulation.Biofeedback.Sensors.Tests.Simulation;

public sealed class SimulatedSensorContract : HeartRateSensorContract
{
    private static readonly SimulatedSession Session = Simulator.Run(
        Scenarios.Solo with { A = new() { Name = "Greta", Strap = new() { Faults = [new(StrapFaultKind.LinkLost, 20, 10)] } } }, seed: 1, durationS: 60);

    private readonly FakeTimeProvider _time = new();

    protected override IEnumerable<string> Sent => Session.Messages.OfType<SimulatedNotification>().Select(message => Convert.ToHexStringLower(message.Bytes.AsSpan()));

    protected override Task<IHeartRateSensor> StartAsync()
    {
        var sensor = new SimulatedSensor(Session, "A", _time, _time.GetTimestamp());
        _time.Advance(TimeSpan.FromSeconds(5));
        return Task.FromResult<IHeartRateSensor>(sensor);
    }

    protected override Task LoseAndFindAgainAsync()
    {
        _time.Advance(TimeSpan.FromSeconds(40));
        return Task.CompletedTask;
    }
}
