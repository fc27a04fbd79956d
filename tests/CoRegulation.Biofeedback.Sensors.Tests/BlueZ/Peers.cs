using CoRegulation.Biofeedback.EndToEnd;
using CoRegulation.Biofeedback.Sensors.BlueZ;
using CoRegulation.Biofeedback.Sensors.Tests.Connecting;

namespace CoRegulation.Biofeedback.Sensors.Tests.BlueZ;

/// <summary>The peer, and BlueZ as the product reaches it there.</summary>
internal static class Peers
{
    public const string First = "bluez:AA:BB:CC:DD:EE:01";
    public const string Second = "bluez:AA:BB:CC:DD:EE:02";

    /// <summary>A peer whose straps answer at once and whose hearts beat five times as fast: what is tested takes long enough.</summary>
    public static async Task<BluezPeer> StartFastAsync(params string[] straps)
    {
        var peer = await BluezPeer.StartAsync(["--speed=5", .. straps]);
        var count = Math.Max(straps.Count(strap => !strap.StartsWith("--", StringComparison.Ordinal)), straps.Length == 0 ? 2 : 1);
        for (var strap = 1; strap <= count; strap++)
            await peer.TellAsync($"delay {strap} connect=10 services=10 chars=20 notify=5");
        return peer;
    }

    public static BluezBackend Backend(this BluezPeer peer, Func<BluezOptions, BluezOptions>? change = null)
    {
        var options = new BluezOptions { BusAddress = peer.BusAddress, RfkillFolder = "/nonexistent" };
        return new(new ArrivalClock(), change?.Invoke(options) ?? options);
    }

    /// <summary>Waits until the peer says something of a strap.</summary>
    public static async Task UntilAsync(this BluezPeer peer, int strap, Func<System.Text.Json.JsonElement, bool> isSo)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        while (!isSo(await peer.StrapAsync(strap)))
            await Task.Delay(10, deadline.Token);
    }

    /// <summary>What the peer sent to a subscriber is what was heard, each once and in order.</summary>
    public static async Task AccountAsync(this BluezPeer peer, Heard heard)
    {
        await peer.TellAsync("send 1 off");
        var sent = peer.Log.Select(message => message.Hex.ToUpperInvariant()).ToArray();
        await Heard.UntilAsync(() => heard.Rates.Count >= sent.Length);
        Assert.Equal(sent, heard.Events.OfType<NotificationEvent>().Select(message => Convert.ToHexString(message.Bytes.Span)));
    }
}
