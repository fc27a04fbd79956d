using CoRegulation.Biofeedback.EndToEnd;
using CoRegulation.Biofeedback.Sensors.Tests.Connecting;

namespace CoRegulation.Biofeedback.Sensors.Tests.BlueZ;

/// <summary>What may happen before a strap is connected.</summary>
public class BluezConnectingTests
{
    [Theory]
    [InlineData("refuse 1 on", "refuse 1 off", "could not be connected")]
    [InlineData("refuse 1 on Failed le-connection-busy", "refuse 1 off", "held by another program")]
    [InlineData("hold 1 on", "hold 1 off", "not in range, or asleep")]
    [InlineData("drop 1", "return 1", "not in range, or asleep")]
    [InlineData("rights off", "rights on", "sudo usermod -aG bluetooth $USER")]
    [InlineData("adapter off", "adapter on", "bluetoothctl power on")]
    public async Task What_keeps_it_from_connecting_is_told_and_when_it_is_over_the_strap_is_there(string breaks, string mends, string told)
    {
        await using var peer = await Peers.StartFastAsync("name=TICKR");
        await peer.TellAsync(breaks);
        await using var backend = peer.Backend(options => options with { LookFirst = TimeSpan.FromSeconds(1) });
        await using var heard = new Heard(backend.Open(Peers.First));
        await Heard.UntilAsync(() => heard.Events.OfType<SensorStateEvent>().Any(state => state.Detail?.Contains(told, StringComparison.Ordinal) is true));

        await peer.TellAsync(mends);
        await Heard.UntilAsync(() => heard.Rates.Count > 3);
        await peer.AccountAsync(heard);
    }

    [Fact]
    public async Task Characteristics_that_come_after_the_services_are_waited_for()
    {
        await using var peer = await Peers.StartFastAsync("");
        await peer.TellAsync("reorder 1 on");
        await peer.TellAsync("delay 1 chars=300");
        await using var backend = peer.Backend();
        await using var heard = new Heard(backend.Open(Peers.First));
        await Heard.UntilAsync(() => heard.Rates.Count > 2);

        Assert.Equal([SensorState.Connecting, SensorState.Connected], heard.States);
    }

    [Fact]
    public async Task A_slow_strap_is_waited_for()
    {
        await using var peer = await Peers.StartFastAsync("");
        await peer.TellAsync("delay 1 connect=2000 services=2500 notify=1000");
        await using var backend = peer.Backend();
        await using var heard = new Heard(backend.Open(Peers.First));
        await Heard.UntilAsync(() => heard.Rates.Count > 2);

        Assert.Equal([SensorState.Connecting, SensorState.Connected], heard.States);
    }

    [Theory]
    [InlineData("drop 1", "return 1")]
    [InlineData("adapter off", "adapter on")]
    [InlineData("restart 50", null)]
    public async Task Whatever_breaks_in_the_middle_of_connecting_the_strap_is_back_when_it_is_over(string breaks, string? mends)
    {
        await using var peer = await BluezPeer.StartAsync("--speed=5", "name=Polar H10 8A2B3C4D");
        await peer.TellAsync("delay 1 connect=60 services=60 chars=60 notify=60");
        await peer.TellAsync("reorder 1 on");
        await using var backend = peer.Backend();
        await using var heard = new Heard(backend.Open(Peers.First));
        await Heard.UntilAsync(() => heard.Rates.Count > 0);

        // Looking, connecting, services, characteristics and subscribing each take about 60 ms.
        for (var afterMs = 0; afterMs <= 320; afterMs += 40)
        {
            await peer.TellAsync("drop 1");
            await peer.TellAsync("return 1");
            await Task.Delay(afterMs, TestContext.Current.CancellationToken);
            await peer.TellAsync(breaks);
            if (mends is not null)
                await peer.TellAsync(mends);
            var before = heard.Rates.Count;
            await Heard.UntilAsync(() => heard.States[^1] == SensorState.Connected && heard.Rates.Count > before + 1);
        }

        await peer.AccountAsync(heard);
    }

    [Fact]
    public async Task To_stop_in_the_middle_of_connecting_takes_the_connection_back()
    {
        // Out of range, but known: the call to connect is made and waits for the strap's return, however long.
        await using var peer = await Peers.StartFastAsync("name=Polar H10 8A2B3C4D,known=yes", "name=Polar H10 5E6F7A8B");
        await peer.TellAsync("drop 1");
        var patience = TimeSpan.FromSeconds(120);
        await using var backend = peer.Backend(options => options with { LookFirst = TimeSpan.FromMilliseconds(1), ConnectUnseen = patience, Leave = patience });
        await using var heard = new Heard(backend.Open(Peers.First));
        await peer.UntilAsync(1, strap => strap.GetProperty("asked").GetInt32() == 1);
        await heard.StopAsync();

        // A call that was not taken back connects now, and sooner than a strap that is connected after it.
        await peer.TellAsync("return 1");
        await using var other = new Heard(backend.Open(Peers.Second));
        await Heard.UntilAsync(() => other.Rates.Count > 0);
        var strap = await peer.StrapAsync(1);
        Assert.Equal((0, false), (strap.GetProperty("connections").GetInt32(), strap.GetProperty("connected").GetBoolean()));
    }

    [Fact]
    public async Task Looking_ends_when_nobody_needs_it()
    {
        await using var peer = await Peers.StartFastAsync("name=Polar H10 8A2B3C4D");
        await peer.TellAsync("drop 1");
        await using var backend = peer.Backend();
        await using var heard = new Heard(backend.Open(Peers.First));
        await UntilAsync(discoverers: 1);
        await peer.TellAsync("return 1");
        await Heard.UntilAsync(() => heard.Rates.Count > 0);
        await UntilAsync(discoverers: 0);
        await peer.TellAsync("drop 1");
        await UntilAsync(discoverers: 1);
        await heard.StopAsync();
        await UntilAsync(discoverers: 0);

        async Task UntilAsync(int discoverers)
        {
            using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(120));
            while (!(await peer.TellAsync("status")).Contains($"\"discoverers\": {discoverers}", StringComparison.Ordinal))
                await Task.Delay(10, deadline.Token);
        }
    }
}
