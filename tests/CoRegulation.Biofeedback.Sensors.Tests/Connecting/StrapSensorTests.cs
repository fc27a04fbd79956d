using CoRegulation.Biofeedback.Sensors.Connecting;

namespace CoRegulation.Biofeedback.Sensors.Tests.Connecting;

public sealed class StrapSensorTests : IAsyncDisposable
{
    private static readonly TimeSpan LongestPause = new StrapSensorOptions().LongestPause;
    private static readonly TimeSpan Silence = new StrapSensorOptions().Silence;

    private readonly SteppedTime _time = new();
    private readonly ScriptedLink _link;

    public StrapSensorTests() => _link = new(_time);

    [Fact]
    public async Task A_strap_that_is_lost_is_connected_again_at_once()
    {
        await using var heard = Read();
        await ConnectedAsync(heard, 1);
        _link.Connections[0].Notify(0, 60);
        _link.Connections[0].Drop();

        await ConnectedAsync(heard, 2);

        Assert.Equal([SensorState.Connecting, SensorState.Connected, SensorState.Lost, SensorState.Connected], heard.States);
        Assert.Equal(1, _link.Left);
    }

    [Fact]
    public async Task An_old_handler_that_still_lives_brings_no_beat_twice()
    {
        await using var heard = Read();
        await ConnectedAsync(heard, 1);
        _link.Connections[0].Notify(0, 60);
        _link.Connections[0].Drop();
        await ConnectedAsync(heard, 2);

        _link.Connections[0].Notify(0, 61);
        _link.Connections[1].Notify(0, 61);
        _link.Connections[0].Battery(50);
        _link.Connections[0].Drop();
        _link.Connections[1].Notify(0, 62);
        await Heard.UntilAsync(() => heard.Rates.Count == 3);

        Assert.Equal([60, 61, 62], heard.Rates);
        Assert.DoesNotContain(heard.Events, heardEvent => heardEvent is BatteryEvent);
        Assert.Equal(2, _link.Connections.Count);
    }

    [Fact]
    public async Task A_link_that_hangs_is_noticed_after_five_seconds_and_made_anew()
    {
        await using var heard = Read();
        await ConnectedAsync(heard, 1);
        _link.Connections[0].Notify(0, 60);

        var took = await _time.StepAsync(Silence);
        await ConnectedAsync(heard, 2);

        Assert.Equal(TimeSpan.FromSeconds(5), took);
        Assert.Equal([SensorState.Connecting, SensorState.Connected, SensorState.Silent, SensorState.Lost, SensorState.Connected], heard.States);
    }

    [Fact]
    public async Task A_strap_that_speaks_is_never_silent()
    {
        await using var heard = Read();
        await ConnectedAsync(heard, 1);

        for (var second = 0; second < 12; second++)
        {
            _link.Connections[0].Notify(0, (byte)(60 + second));
            // It watches when the second begins, and again when it is over.
            await _time.NextAsync(Silence);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        await _time.NextAsync(Silence);
        Assert.Equal([SensorState.Connecting, SensorState.Connected], heard.States);
        Assert.Single(_link.Connections);
    }

    [Fact]
    public async Task Tries_go_on_without_limit_never_more_than_two_seconds_apart()
    {
        for (var failure = 0; failure < 10; failure++)
            _link.ThenFails(SensorTrouble.NotInRange, "Strap 1 is not in range.");

        await using var heard = Read();
        await PausesAsync(10);
        await ConnectedAsync(heard, 1);

        Assert.Equal([0.25, 0.5, 1, 2, 2, 2, 2, 2, 2, 2], ApartS());
        Assert.Equal([SensorState.Connecting, SensorState.Lost, SensorState.Connected], heard.States);
        Assert.Equal("Strap 1 is not in range.", heard.Events.OfType<SensorStateEvent>().ElementAt(1).Detail);
    }

    [Fact]
    public async Task A_sighting_ends_the_pause_at_once()
    {
        for (var failure = 0; failure < 5; failure++)
            _link.ThenFails(SensorTrouble.NotInRange, "Strap 1 is not in range.");
        await using var heard = Read();
        await PausesAsync(4);
        await _time.NextAsync(LongestPause);

        // The clock stands: only the sighting can end the pause.
        _link.See();
        await ConnectedAsync(heard, 1);

        Assert.Equal(6, _link.Connections.Count);
    }

    [Fact]
    public async Task Another_reason_for_the_same_loss_is_told_once()
    {
        _link.ThenFails(SensorTrouble.NotInRange, "far").ThenFails(SensorTrouble.NotInRange, "far").ThenFails(SensorTrouble.AdapterOff, "off").ThenFails(SensorTrouble.AdapterOff, "off");

        await using var heard = Read();
        await PausesAsync(4);
        await ConnectedAsync(heard, 1);

        Assert.Equal(["far", "off"], heard.Events.OfType<SensorStateEvent>().Where(state => state.State is SensorState.Lost).Select(state => state.Detail));
    }

    [Fact]
    public async Task A_try_that_hangs_is_given_up_and_another_made()
    {
        _link.ThenHangs();

        await using var heard = Read();
        await _time.StepAsync(new StrapSensorOptions().ConnectTimeout);
        await PausesAsync(1);
        await ConnectedAsync(heard, 1);

        Assert.Equal([20.25], ApartS());
        Assert.Equal([SensorState.Connecting, SensorState.Lost, SensorState.Connected], heard.States);
    }

    [Fact]
    public async Task What_is_no_strap_of_heart_rates_is_given_up_and_the_sequence_ends()
    {
        _link.ThenFails(SensorTrouble.NotAHeartRateStrap, "It has no heart rate service.");

        await using var heard = Read();
        await heard.Ended;

        var last = Assert.IsType<SensorStateEvent>(heard.Events[^1]);
        Assert.Equal((SensorState.GaveUp, "It has no heart rate service."), (last.State, last.Detail));
    }

    [Fact]
    public async Task A_connection_that_cannot_be_left_does_not_keep_the_next_from_coming()
    {
        _link.Then(at => at.Leaving = Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken));
        await using var heard = Read();
        await ConnectedAsync(heard, 1);
        _link.Connections[0].Notify(0, 60);
        _link.Connections[0].Drop();

        Assert.Equal(TimeSpan.FromSeconds(3), await _time.StepAsync(new StrapSensorOptions().LeaveTimeout));
        await ConnectedAsync(heard, 2);
    }

    [Fact]
    public async Task A_message_before_the_connection_is_told_comes_after_it()
    {
        _link.Then(at => at.Notify(0, 60));

        await using var heard = Read();
        await Heard.UntilAsync(() => heard.Rates.Count == 1);

        Assert.Equal([SensorState.Connecting, SensorState.Connected], heard.States);
        Assert.IsType<NotificationEvent>(heard.Events[^1]);
    }

    [Fact]
    public async Task Arrival_times_never_go_back_though_a_relay_may_say_so()
    {
        await using var heard = Read();
        await ConnectedAsync(heard, 1);
        _time.Advance(TimeSpan.FromSeconds(1));
        _link.Connections[0].Notify(0, 60);
        _link.Connections[0].NotifyAt(_time.GetTimestamp() - 1000, 0, 61);
        await Heard.UntilAsync(() => heard.Rates.Count == 2);

        Assert.Equal(heard.Events.Select(one => one.ArrivalTimestamp).Order(), heard.Events.Select(one => one.ArrivalTimestamp));
    }

    [Theory]
    [InlineData(255)]
    [InlineData(-1)]
    [InlineData(101)]
    public async Task A_battery_level_that_is_none_is_not_told(int percent)
    {
        await using var heard = Read();
        await ConnectedAsync(heard, 1);
        _link.Connections[0].Battery(percent);
        _link.Connections[0].Battery(80);
        await Heard.UntilAsync(() => heard.Events.Any(one => one is BatteryEvent));

        Assert.Equal(80, Assert.Single(heard.Events.OfType<BatteryEvent>()).Percent);
    }

    [Fact]
    public async Task Links_that_die_at_once_are_not_made_without_a_pause()
    {
        for (var connection = 0; connection < 8; connection++)
            _link.Then(at => at.Drop());

        await using var heard = Read();
        await PausesAsync(8);
        await Heard.UntilAsync(() => _link.Connections.Count == 9);

        Assert.Equal([0.25, 0.5, 1, 2, 2, 2, 2, 2], ApartS());
    }

    [Fact]
    public async Task To_dispose_lets_go_of_the_strap()
    {
        var sensor = new StrapSensor(_link, _time);
        await using var heard = new Heard(sensor, owns: false);
        await ConnectedAsync(heard, 1);

        await sensor.DisposeAsync();
        await heard.Ended;

        Assert.Equal((1, true), (_link.Left, _link.Disposed));
    }

    public ValueTask DisposeAsync() => _link.DisposeAsync();

    private Heard Read() => new(new StrapSensor(_link, _time));

    /// <summary>Lets so many pauses between tries pass. Nothing else waits for less time than the longest of them.</summary>
    private async Task PausesAsync(int count)
    {
        for (var pause = 0; pause < count; pause++)
            await _time.StepAsync(LongestPause);
    }

    /// <summary>From each try to the next, s.</summary>
    private IEnumerable<double> ApartS() =>
        _link.Connections.Zip(_link.Connections.Skip(1), (one, next) => _time.GetElapsedTime(one.TriedAt, next.TriedAt).TotalSeconds);

    private static Task ConnectedAsync(Heard heard, int times) =>
        Heard.UntilAsync(() => heard.States.Count(state => state is SensorState.Connected) == times);
}
