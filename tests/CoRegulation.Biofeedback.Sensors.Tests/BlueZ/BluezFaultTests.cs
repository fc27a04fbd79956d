using CoRegulation.Biofeedback.EndToEnd;
using CoRegulation.Biofeedback.Sensors.Tests.Connecting;

namespace CoRegulation.Biofeedback.Sensors.Tests.BlueZ;

/// <summary>What a radio may do. After each the strap is back by itself, and every message that was sent to a subscriber was heard once.</summary>
public class BluezFaultTests
{
    [Theory]
    [InlineData("drop 1", "return 1", null)]
    [InlineData("remove 1", null, null)]
    [InlineData("adapter off", "adapter on", "bluetoothctl power on")]
    [InlineData("adapter block", "adapter unblock;adapter on", "rfkill unblock bluetooth")]
    [InlineData("adapter remove", "adapter add", "Plug one in")]
    [InlineData("restart 500", null, "sudo systemctl start bluetooth")]
    [InlineData("hold 1 on", "hold 1 off", null)]
    public async Task Whatever_breaks_the_link_the_strap_is_back_when_it_is_over(string breaks, string? mends, string? advice)
    {
        await using var peer = await Peers.StartFastAsync("name=Polar H10 8A2B3C4D");
        await using var backend = peer.Backend();
        await using var heard = new Heard(backend.Open(Peers.First));
        await Heard.UntilAsync(() => heard.Rates.Count > 2);

        await peer.TellAsync(breaks);
        await Heard.UntilAsync(() => heard.Events.OfType<SensorStateEvent>().Any(state =>
            state.State == SensorState.Lost && (advice is null || state.Detail?.Contains(advice, StringComparison.Ordinal) is true)));
        foreach (var command in mends?.Split(';') ?? [])
            await peer.TellAsync(command);
        await Heard.UntilAsync(() => heard.States[^1] == SensorState.Connected && heard.States.Count(state => state == SensorState.Connected) == 2);
        var before = heard.Rates.Count;
        await Heard.UntilAsync(() => heard.Rates.Count > before + 3);
        await AccountAsync(peer, heard);
    }

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
        await AccountAsync(peer, heard);
    }

    [Fact]
    public async Task A_link_that_hangs_is_made_anew()
    {
        await using var peer = await Peers.StartFastAsync("");
        await using var backend = peer.Backend();
        await using var heard = new Heard(backend.Open(Peers.First));
        await Heard.UntilAsync(() => heard.Rates.Count > 2);

        await peer.TellAsync("silent 1 on");
        await Heard.UntilAsync(() => heard.States.Contains(SensorState.Silent));
        await peer.TellAsync("silent 1 off");
        var before = heard.Rates.Count;
        await Heard.UntilAsync(() => heard.Rates.Count > before + 3);

        Assert.Equal(
            [SensorState.Connecting, SensorState.Connected, SensorState.Silent, SensorState.Lost, SensorState.Connected], heard.States.Take(5));
        await AccountAsync(peer, heard);
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

        await AccountAsync(peer, heard);
    }

    [Theory]
    [InlineData("CooSpo 12345", "AA:BB:CC:DD:EE:77", true)]
    [InlineData("Heart Rate", "choose it anew", false)]
    public async Task A_strap_with_another_address_is_followed_only_by_a_name_of_its_own(string name, string told, bool isFollowed)
    {
        await using var peer = await Peers.StartFastAsync("--forget=1", $"name={name},address-type=random");
        await using var backend = peer.Backend(options => options with { LookAgain = TimeSpan.FromSeconds(1), ConnectUnseen = TimeSpan.FromSeconds(1) });
        await using var heard = new Heard(backend.Open(Peers.First));
        await Heard.UntilAsync(() => heard.Rates.Count > 2);
        await peer.TellAsync("address 1 AA:BB:CC:DD:EE:77");
        await Heard.UntilAsync(() => heard.Events.OfType<SensorStateEvent>().Any(state => state.Detail?.Contains(told, StringComparison.Ordinal) is true));

        if (isFollowed)
            await Heard.UntilAsync(() => heard.States[^1] == SensorState.Connected);
        else
            Assert.Equal(SensorState.Lost, heard.States[^1]);
    }

    [Fact]
    public async Task The_strap_of_the_other_person_is_never_taken_for_one_that_is_gone()
    {
        await using var peer = await Peers.StartFastAsync("name=HRM 12345,address-type=random", "name=HRM 12345,address-type=random");
        await using var backend = peer.Backend(options => options with { LookAgain = TimeSpan.FromSeconds(1), ConnectUnseen = TimeSpan.FromSeconds(1) });
        await using var first = new Heard(backend.Open(Peers.First));
        await using var second = new Heard(backend.Open(Peers.Second));
        await Heard.UntilAsync(() => first.Rates.Count > 2 && second.Rates.Count > 2);
        await peer.TellAsync("drop 1");
        await Heard.UntilAsync(() => first.Events.OfType<SensorStateEvent>().Any(state => state.Detail?.Contains("does not answer", StringComparison.Ordinal) is true));

        Assert.DoesNotContain(first.Events.OfType<SensorStateEvent>(), state => state.Detail?.Contains("address", StringComparison.Ordinal) is true);
        Assert.Equal([SensorState.Connecting, SensorState.Connected], second.States);
    }

    // What the peer sent while nobody but us was subscribed is what was heard, each once and in order.
    private static async Task AccountAsync(BluezPeer peer, Heard heard)
    {
        await peer.TellAsync("send 1 off");
        var sent = peer.Log.Select(message => message.Hex.ToUpperInvariant()).ToArray();
        await Heard.UntilAsync(() => heard.Rates.Count >= sent.Length);
        Assert.Equal(sent, heard.Events.OfType<NotificationEvent>().Select(message => Convert.ToHexString(message.Bytes.Span)));
    }
}
