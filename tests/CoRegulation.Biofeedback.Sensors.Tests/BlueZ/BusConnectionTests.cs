using CoRegulation.Biofeedback.Sensors.BlueZ;
using CoRegulation.Biofeedback.Sensors.BlueZ.Bus;
using CoRegulation.Biofeedback.Sensors.Tests.Connecting;

namespace CoRegulation.Biofeedback.Sensors.Tests.BlueZ;

public class BusConnectionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_are_answered_whoever_makes_them_however_many_at_once()
    {
        await using var peer = await Peers.StartFastAsync();
        await using var bus = await BusConnection.OpenAsync(peer.BusAddress, TimeProvider.System, _ => { });

        var owners = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => BusCallAsync(bus, "GetNameOwner", BluezNames.Service))));

        Assert.Single(owners.Select(owner => owner.At<string>(0)).Distinct());
        Assert.StartsWith(":", owners[0].At<string>(0), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_is_told_with_its_name()
    {
        await using var peer = await Peers.StartFastAsync();
        await using var bus = await BusConnection.OpenAsync(peer.BusAddress, TimeProvider.System, _ => { });

        var wrong = await Assert.ThrowsAsync<BusException>(() => BusCallAsync(bus, "GetNameOwner", "org.nobody"));
        Assert.Equal("org.freedesktop.DBus.Error.NameHasNoOwner", wrong.Name);
        var missing = await Assert.ThrowsAsync<BusException>(() => BusCallAsync(bus, "NoSuchMethod"));
        Assert.Equal("org.freedesktop.DBus.Error.UnknownMethod", missing.Name);
    }

    [Fact]
    public async Task When_the_bus_goes_whoever_waits_is_told_and_calling_again_fails()
    {
        var peer = await Peers.StartFastAsync();
        await using var bus = await BusConnection.OpenAsync(peer.BusAddress, TimeProvider.System, _ => { });
        await peer.DisposeAsync();
        await bus.Closed.WaitAsync(Patience, Stop);

        var gone = await Assert.ThrowsAsync<BusException>(() => BusCallAsync(bus, "ListNames"));
        Assert.Equal(BusException.Disconnected, gone.Name);
    }

    [Fact]
    public async Task A_strap_whose_bus_goes_is_lost_with_what_to_do()
    {
        var peer = await Peers.StartFastAsync();
        await using var backend = peer.Backend();
        await using var heard = new Heard(backend.Open(Peers.First));
        await Heard.UntilAsync(() => heard.Rates.Count > 0);
        await peer.DisposeAsync();

        await Heard.UntilAsync(() => heard.Events.OfType<SensorStateEvent>().Any(
            state => state.State == SensorState.Lost && state.Detail?.Contains("sudo systemctl start dbus", StringComparison.Ordinal) is true));
    }

    private static Task<BusMessage> BusCallAsync(BusConnection bus, string member, params IReadOnlyList<object> arguments) =>
        bus.CallAsync(new(BluezNames.Bus, BluezNames.BusPath, BluezNames.Bus, member, arguments), answer => answer, Patience, Stop);
}
