using System.Globalization;
using CoRegulation.Biofeedback.EndToEnd;
using CoRegulation.Biofeedback.Sensors.Tests.Connecting;

namespace CoRegulation.Biofeedback.Sensors.Tests.BlueZ;

/// <summary>Straps that go out of range and come back, again and again. What users of every other program complain of first.</summary>
public class BluezDropsTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    // How soon is no matter here: a busy computer takes what time it likes.
    [Fact]
    public Task After_each_of_a_few_drops_it_is_back_and_nothing_comes_twice() => DropAsync(Peers.StartFastAsync(), drops: 6, longestOutageMs: 600);

    /// <summary>COREG_LONG=1: 200 drops, of which 198 must be back within 5 s of the strap's return.</summary>
    [Fact]
    public async Task After_each_of_two_hundred_drops_it_is_back_and_nothing_comes_twice()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("COREG_LONG") is not "1", "takes minutes: set COREG_LONG=1 (./test --long)");
        // Here the straps take as long to connect as they are known to.
        var backS = await DropAsync(BluezPeer.StartAsync("--speed=5"), drops: 200, longestOutageMs: 9000);

        var soon = backS.Count(seconds => seconds <= Soon.TotalSeconds);
        Assert.True(soon >= 198, $"Only {soon} of {backS.Count} were back within {Soon.TotalSeconds} s.");
    }

    // Two straps at once, as in a session; each is dropped in turn while the other goes on. Gives how long each return took, s.
    private async Task<List<double>> DropAsync(Task<BluezPeer> starting, int drops, int longestOutageMs)
    {
        await using var peer = await starting;
        await using var backend = peer.Backend();
        await using var first = new Heard(backend.Open(Peers.First));
        await using var second = new Heard(backend.Open(Peers.Second));
        await Heard.UntilAsync(() => first.Rates.Count > 0 && second.Rates.Count > 0);
        var chance = new Random(1);
        var backS = new List<double>();
        for (var drop = 0; drop < drops; drop++)
        {
            var (strap, heard) = drop % 2 == 0 ? (1, first) : (2, second);
            // Half of the outages are short, a few as long as a walk to the next room.
            var outageMs = (int)(longestOutageMs * Math.Pow(chance.NextDouble(), 3));
            backS.Add(await DropOnceAsync(peer, strap, heard, outageMs, chance.Next(400)));
        }

        Report(backS);
        await AccountAsync(peer, (Peers.First, first), (Peers.Second, second));
        return backS;
    }

    private static async Task<double> DropOnceAsync(BluezPeer peer, int strap, Heard heard, int outageMs, int connectedMs)
    {
        var time = TimeProvider.System;
        var connections = heard.States.Count(state => state == SensorState.Connected);
        await peer.TellAsync($"drop {strap}");
        await Task.Delay(outageMs);
        await peer.TellAsync($"return {strap}");
        var returned = time.GetTimestamp();
        var before = heard.Rates.Count;
        // Back: connected anew, and a heart rate has come over the new connection.
        await Heard.UntilAsync(() => heard.States.Count(state => state == SensorState.Connected) > connections && heard.Events[^1] is NotificationEvent && heard.Rates.Count > before);
        var backS = time.GetElapsedTime(returned).TotalSeconds;
        await Task.Delay(connectedMs);
        return backS;
    }

    private void Report(List<double> backS)
    {
        var sorted = backS.Order().ToArray();
        double Quantile(double part) => sorted[(int)Math.Ceiling(part * sorted.Length) - 1];
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{sorted.Length} drops: back within 5 s {sorted.Count(seconds => seconds <= 5)}; s until the first heart rate: median {Quantile(0.5):0.00}, 95 % {Quantile(0.95):0.00}, longest {sorted[^1]:0.00}"));
    }

    // Each message that the peer sent while we were subscribed was heard, once and in order.
    private async Task AccountAsync(BluezPeer peer, params (string Id, Heard Heard)[] people)
    {
        await peer.TellAsync("send 1 off");
        await peer.TellAsync("send 2 off");
        foreach (var (id, heard) in people)
        {
            var sent = peer.Log.Where(message => id.EndsWith(message.Strap, StringComparison.Ordinal)).ToArray();
            await Heard.UntilAsync(() => heard.Rates.Count >= sent.Length);
            output.WriteLine($"{id}: sent {sent.Length}, heard {heard.Rates.Count}, connections {heard.States.Count(state => state == SensorState.Connected)}");
            Assert.All(sent, message => Assert.Equal(1, message.Subscribed));
            Assert.Equal(
                sent.Select(message => message.Hex.ToUpperInvariant()),
                heard.Events.OfType<NotificationEvent>().Select(message => Convert.ToHexString(message.Bytes.Span)));
        }
    }
}
