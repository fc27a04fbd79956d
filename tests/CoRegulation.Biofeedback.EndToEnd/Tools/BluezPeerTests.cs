using System.Diagnostics;
using System.Text.Json;

namespace CoRegulation.Biofeedback.EndToEnd.Tools;

/// <summary>The test tool is held to what its README says, by a program that is not ours: gdbus.</summary>
public sealed class BluezPeerTests
{
    private const string Adapter = "/org/bluez/hci0";
    private const string Strap = Adapter + "/dev_AA_BB_CC_DD_EE_01";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_strap_that_is_known_connects_is_lost_and_connects_again()
    {
        await using var peer = await BluezPeer.StartAsync("name=Polar H10 12345678,known=yes");

        Assert.Equal("()", await CallAsync(peer, Strap, "org.bluez.Device1.Connect"));
        await Patience.UntilAsync(async () => (await peer.StrapAsync(1)).GetProperty("resolved").GetBoolean());
        Assert.Contains("Polar H10 12345678", await CallAsync(peer, "/", "org.freedesktop.DBus.ObjectManager.GetManagedObjects"), StringComparison.Ordinal);

        await peer.TellAsync("drop 1");
        Assert.False((await peer.StrapAsync(1)).GetProperty("connected").GetBoolean());

        var connecting = CallAsync(peer, Strap, "org.bluez.Device1.Connect");
        await peer.TellAsync("return 1");
        Assert.Equal("()", await connecting);
        Assert.Equal(2, (await peer.StrapAsync(1)).GetProperty("connections").GetInt32());
    }

    [Theory]
    [InlineData("hold 1 on", "org.bluez.Error.InProgress: br-connection-busy")]
    [InlineData("refuse 1 on", "org.bluez.Error.Failed: le-connection-refused")]
    [InlineData("refuse 1 on NotSupported no such thing", "org.bluez.Error.NotSupported: no such thing")]
    [InlineData("adapter off", "org.bluez.Error.NotReady: Resource Not Ready")]
    [InlineData("adapter remove", "org.freedesktop.DBus.Error.UnknownObject")]
    [InlineData("rights off", "org.freedesktop.DBus.Error.AccessDenied")]
    [InlineData("restart 60000", "org.freedesktop.DBus.Error.ServiceUnknown")]
    public async Task What_goes_wrong_is_said_in_BlueZs_words(string command, string error)
    {
        await using var peer = await BluezPeer.StartAsync("known=yes");
        await peer.TellAsync(command);

        Assert.Contains(error, await CallAsync(peer, Strap, "org.bluez.Device1.Connect"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_makes_no_sense_is_an_error_and_nothing_else()
    {
        await using var peer = await BluezPeer.StartAsync();

        foreach (var command in new[] { "drop 3", "drop", "fly 1", "silent 1 maybe", "notify 1 zz", "address 1 nonsense", "adapter eat" })
            await Assert.ThrowsAsync<InvalidOperationException>(() => peer.TellAsync(command));

        Assert.Equal(2, JsonDocument.Parse(await peer.TellAsync("status")).RootElement.GetProperty("straps").GetArrayLength());
        Assert.Empty(peer.Log);
    }

    private static async Task<string> CallAsync(BluezPeer peer, string path, string method)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/gdbus"), "needs gdbus (Debian: libglib2.0-bin)");
        var start = new ProcessStartInfo("/usr/bin/gdbus", ["call", "--address", peer.BusAddress, "--dest", "org.bluez", "--object-path", path, "--method", method])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(Stop);
        var output = await process.StandardOutput.ReadToEndAsync(Stop);
        return (output + await error).Trim();
    }
}
