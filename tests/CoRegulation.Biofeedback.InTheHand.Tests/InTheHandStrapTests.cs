using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.Tests.Connecting;
using InTheHand.Bluetooth;
using InTheHand.Bluetooth.Scripted;
using Microsoft.Extensions.Time.Testing;

namespace CoRegulation.Biofeedback.InTheHand.Tests;

public sealed class InTheHandStrapTests : IAsyncDisposable
{
    private readonly ScriptedStrap _strap = new("A0E1", "Polar H10");
    private readonly FakeTimeProvider _time = new();
    private readonly InTheHandBackend _backend;
    private readonly ScriptedRadio _radio;

    public InTheHandStrapTests()
    {
        _radio = OneRadio.With(_strap);
        _backend = new(_time);
    }

    [Fact]
    public async Task What_the_strap_sends_comes_once_with_its_battery()
    {
        await using var heard = await ConnectedAsync();

        _strap.Notify(0x10, 60, 0, 4);
        _strap.Notify(0x10, 61, 0, 4);
        _strap.Notify();
        await Heard.UntilAsync(() => heard.Events.OfType<NotificationEvent>().Count() == 3 && heard.Events.OfType<BatteryEvent>().Any());

        Assert.Equal(80, Assert.Single(heard.Events.OfType<BatteryEvent>()).Percent);
        Assert.Equal([4, 4, 0], heard.Events.OfType<NotificationEvent>().Select(notification => notification.Bytes.Length));
    }

    [Fact]
    public async Task Handlers_that_the_package_forgets_to_drop_bring_no_beat_twice()
    {
        _strap.LeaksHandlers = true;
        await using var heard = await ConnectedAsync();
        _strap.Notify(0, 60);

        for (var time = 1; time <= 3; time++)
        {
            _strap.Drop();
            await AgainAsync(heard, connections: time + 1);
            _strap.Notify(0, (byte)(60 + time));
        }

        await Heard.UntilAsync(() => heard.Rates.Count >= 4);
        Assert.Equal([60, 61, 62, 63], heard.Rates);
    }

    [Fact]
    public async Task An_end_that_is_told_several_times_is_one_end()
    {
        await using var heard = await ConnectedAsync();

        // Each object of its services raises the event: the third connection's end is told three times.
        for (var connections = 2; connections <= 4; connections++)
        {
            _strap.Notify(0, 60);
            _strap.Drop();
            await AgainAsync(heard, connections);
        }

        Assert.Equal(3, heard.States.Count(state => state == SensorState.Lost));
        Assert.Equal(4, _strap.Connections);
    }

    [Fact]
    public async Task A_link_that_the_package_still_calls_connected_is_noticed_by_its_silence()
    {
        await using var heard = await ConnectedAsync();
        _strap.Notify(0, 60);

        // Gone without a word.
        _strap.IsConnected = false;
        await Heard.AdvanceUntilAsync(_time, () => heard.States.Contains(SensorState.Silent), TimeSpan.FromSeconds(6));
        await AgainAsync(heard, connections: 2);
        _strap.Notify(0, 61);

        await Heard.UntilAsync(() => heard.Rates.Count == 2);
    }

    [Fact]
    public async Task A_strap_that_refuses_to_pair_is_connected_nevertheless()
    {
        _strap.RefusesPairing = true;
        await using var heard = await ConnectedAsync();

        _strap.Notify(0, 60);
        await Heard.UntilAsync(() => heard.Rates.Count == 1);
    }

    [Fact]
    public async Task A_strap_out_of_range_is_connected_at_once_when_it_advertises()
    {
        _strap.IsInRange = false;
        await using var heard = new Heard(_backend.Open("inthehand:A0E1", "Polar H10"));
        await Heard.UntilAsync(() => heard.States.Contains(SensorState.Lost) && _radio.Scans == 1);

        // The clock stands still: nothing but the sighting can wake it.
        _strap.IsInRange = true;
        await Heard.UntilAsync(() =>
        {
            _radio.Advertise(_strap, withName: false, withServices: false);
            return heard.States.Contains(SensorState.Connected);
        });

        Assert.Contains("not in range", heard.Events.OfType<SensorStateEvent>().First(state => state.State == SensorState.Lost).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_try_that_hangs_is_given_up()
    {
        _strap.Hangs = true;
        await using var heard = new Heard(_backend.Open("inthehand:A0E1", "Polar H10"));
        await Heard.AdvanceUntilAsync(_time, () => heard.States.Contains(SensorState.Lost), TimeSpan.FromSeconds(21));

        _strap.Hangs = false;
        await Heard.AdvanceUntilAsync(_time, () => heard.States.Contains(SensorState.Connected), TimeSpan.FromSeconds(3));
    }

    [Theory]
    [InlineData(true, "cannot be subscribed to")]
    [InlineData(false, "no heart rate service")]
    public async Task What_is_no_strap_of_heart_rates_is_given_up_with_the_reason(bool hasService, string reason)
    {
        _strap.CanNotify = false;
        if (!hasService)
            _strap.Services.Remove(BluetoothUuid.FromShortId(0x180D));

        await using var heard = new Heard(_backend.Open("inthehand:A0E1", "Polar H10"));
        await heard.Ended.WaitAsync(TimeSpan.FromSeconds(120), TestContext.Current.CancellationToken);

        var last = Assert.IsType<SensorStateEvent>(heard.Events[^1]);
        Assert.Equal(SensorState.GaveUp, last.State);
        Assert.Contains(reason, last.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_unsubscribes_and_disconnects()
    {
        var heard = await ConnectedAsync();

        await heard.DisposeAsync();

        Assert.False(_strap.IsSubscribed);
        Assert.False(_strap.IsConnected);
        Assert.Equal(0, _radio.Scans);
    }

    [Theory]
    [InlineData("bluez:A0E1")]
    [InlineData("inthehand:")]
    [InlineData("inthehand:A0 E1")]
    [InlineData("A0E1")]
    public void What_is_no_identity_is_refused(string id) =>
        Assert.Equal(SensorTrouble.BadIdentity, Assert.Throws<SensorException>(() => _backend.Open(id)).Trouble);

    [Fact]
    public void The_identity_of_a_strap_is_one_however_it_is_written() => Assert.Equal("inthehand:A0E1", _backend.Open("inthehand:a0e1").Id);

    public ValueTask DisposeAsync() => _backend.DisposeAsync();

    private async Task<Heard> ConnectedAsync()
    {
        var heard = new Heard(_backend.Open("inthehand:A0E1", "Polar H10"));
        await Heard.UntilAsync(() => heard.States.Contains(SensorState.Connected));
        return heard;
    }

    private static Task AgainAsync(Heard heard, int connections) =>
        Heard.UntilAsync(() => heard.States.Count(state => state == SensorState.Connected) == connections);
}
