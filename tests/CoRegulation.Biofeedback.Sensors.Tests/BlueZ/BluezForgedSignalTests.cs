using System.Diagnostics;
using CoRegulation.Biofeedback.EndToEnd;
using CoRegulation.Biofeedback.Sensors.Tests.Connecting;

namespace CoRegulation.Biofeedback.Sensors.Tests.BlueZ;

/// <summary>Another program on the bus sends what only BlueZ or the bus may say, straight to this one.</summary>
public class BluezForgedSignalTests
{
    // To every program but BlueZ itself. The bus has passed on what was sent when it answers a call that came after.
    private const string Forger = """
        import sys, dbus, dbus.bus, dbus.lowlevel
        bus = dbus.bus.BusConnection(sys.argv[1])
        bluez = bus.get_name_owner("org.bluez")
        objects = dbus.Interface(bus.get_object("org.bluez", "/"), "org.freedesktop.DBus.ObjectManager").GetManagedObjects()
        device = [path for path, has in objects.items() if has.get("org.bluez.Device1", {}).get("Address") == "AA:BB:CC:DD:EE:01"][0]
        rate = [path for path, has in objects.items() if path.startswith(device) and has.get("org.bluez.GattCharacteristic1", {}).get("UUID", "").startswith("00002a37")][0]
        changes = [(device, "org.bluez.Device1", {"Connected": dbus.Boolean(False)}), (rate, "org.bluez.GattCharacteristic1", {"Value": dbus.ByteArray(bytes([0, 255]))})]
        told = 0
        for name in bus.list_names():
            if not name.startswith(":") or name in (bluez, bus.get_unique_name()):
                continue
            messages = []
            for path, interface, values in changes:
                message = dbus.lowlevel.SignalMessage(path, "org.freedesktop.DBus.Properties", "PropertiesChanged")
                message.append(interface, dbus.Dictionary(values, signature="sv"), dbus.Array([], signature="s"), signature="sa{sv}as")
                messages.append(message)
            message = dbus.lowlevel.SignalMessage("/", "org.freedesktop.DBus.ObjectManager", "InterfacesRemoved")
            message.append(device, dbus.Array(["org.bluez.Device1"], signature="s"), signature="oas")
            messages.append(message)
            message = dbus.lowlevel.SignalMessage("/org/freedesktop/DBus", "org.freedesktop.DBus", "NameOwnerChanged")
            message.append("org.bluez", bluez, "", signature="sss")
            messages.append(message)
            for message in messages:
                message.set_destination(name)
                bus.send_message(message)
            told += 1
        bus.list_names()
        print(told)
        """;

    [Fact]
    public async Task What_another_program_says_in_BlueZs_place_is_not_believed()
    {
        // The strap goes on sending: one that is silent while the forger starts would be connected anew.
        await using var peer = await Peers.StartFastAsync();
        await using var backend = peer.Backend();
        await using var heard = new Heard(backend.Open(Peers.First));
        await Heard.UntilAsync(() => heard.Rates.Count > 0);

        Assert.Equal("1", await ForgeAsync(peer));
        // More were heard than had been sent by now: what was forged came before the last of them.
        var sent = peer.Log.Count;
        await Heard.UntilAsync(() => heard.Rates.Count > sent);

        Assert.DoesNotContain((byte)0xFF, heard.Rates);
        Assert.Equal([SensorState.Connecting, SensorState.Connected], heard.States);
    }

    [Fact]
    public async Task After_BlueZ_was_started_anew_the_new_one_is_believed()
    {
        await using var peer = await Peers.StartFastAsync();
        await using var backend = peer.Backend();
        await using var heard = new Heard(backend.Open(Peers.First));
        await Heard.UntilAsync(() => heard.Rates.Count > 0);

        await peer.TellAsync("restart 300");
        await Heard.UntilAsync(() => heard.States.Contains(SensorState.Lost));
        var before = heard.Rates.Count;
        await Heard.UntilAsync(() => heard.Rates.Count > before);
    }

    private static async Task<string> ForgeAsync(BluezPeer peer)
    {
        // The peer runs on the same Python with the same library, and skips the test where they are missing.
        var start = new ProcessStartInfo("/usr/bin/python3") { RedirectStandardOutput = true, ArgumentList = { "-c", Forger, peer.BusAddress } };
        using var process = Process.Start(start)!;
        var told = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return told.Trim();
    }
}
