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
        await peer.AccountAsync(heard);
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
        // What came on the link that was given up would be heard by nobody.
        await Heard.UntilAsync(() => heard.States.Count(state => state is SensorState.Connected) == 2);
        await peer.TellAsync("silent 1 off");
        var before = heard.Rates.Count;
        await Heard.UntilAsync(() => heard.Rates.Count > before + 3);

        Assert.Equal(
            [SensorState.Connecting, SensorState.Connected, SensorState.Silent, SensorState.Lost, SensorState.Connected], heard.States.Take(5));
        await peer.AccountAsync(heard);
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
}
