using CoRegulation.Biofeedback.Sensors.Connecting;

namespace CoRegulation.Biofeedback.Sensors.Tests.Connecting;

public sealed class SharedSensorTests : IAsyncDisposable
{
    private readonly ScriptedLink _link = new(TimeProvider.System);

    [Fact]
    public async Task Who_comes_later_hears_the_state_and_the_battery_first_and_no_beat_of_before()
    {
        await using var sensor = new SharedSensor(new StrapSensor(_link, TimeProvider.System));
        await using var first = new Heard(sensor, owns: false);
        await Heard.UntilAsync(() => first.States.Contains(SensorState.Connected));
        _link.Connections[0].Battery(70);
        _link.Connections[0].Notify(0, 60);
        await Heard.UntilAsync(() => first.Rates.Count == 1);

        await using var second = new Heard(sensor, owns: false);
        _link.Connections[0].Notify(0, 61);
        await Heard.UntilAsync(() => first.Rates.Count == 2 && second.Rates.Count == 1);

        Assert.Equal([SensorState.Connected], second.States);
        Assert.IsType<BatteryEvent>(second.Events[1]);
        Assert.Equal([61], second.Rates);
        Assert.Equal([60, 61], first.Rates);
        Assert.Single(_link.Connections);
    }

    [Fact]
    public async Task Who_leaves_leaves_the_others_connected()
    {
        await using var sensor = new SharedSensor(new StrapSensor(_link, TimeProvider.System));
        await using var stays = new Heard(sensor, owns: false);
        await using var leaves = new Heard(sensor, owns: false);
        await Heard.UntilAsync(() => stays.States.Contains(SensorState.Connected));

        await leaves.StopAsync();
        _link.Connections[0].Notify(0, 60);
        await Heard.UntilAsync(() => stays.Rates.Count == 1);

        Assert.Empty(leaves.Rates);
        Assert.Equal(0, _link.Left);
    }

    public ValueTask DisposeAsync() => _link.DisposeAsync();
}
