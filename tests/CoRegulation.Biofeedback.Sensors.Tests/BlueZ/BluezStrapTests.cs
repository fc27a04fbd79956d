using CoRegulation.Biofeedback.Sensors.BlueZ;
using CoRegulation.Biofeedback.Sensors.Tests.Connecting;

namespace CoRegulation.Biofeedback.Sensors.Tests.BlueZ;

/// <summary>What a strap and its bytes may do.</summary>
public class BluezStrapTests
{
    // Messages keep their order: when this one is here, nothing that was sent before it is still to come.
    private const string Last = "00A5";

    [Fact]
    public async Task Every_message_comes_once_as_it_was_sent_and_with_the_time_of_its_arrival()
    {
        await using var peer = await Peers.StartFastAsync();
        await using var backend = peer.Backend();
        await using var heard = new Heard(backend.Open(Peers.First));
        await Heard.UntilAsync(() => heard.Rates.Count >= 20);
        await peer.TellAsync("send 1 off");
        var sent = peer.Log;
        await Heard.UntilAsync(() => heard.Rates.Count == sent.Count);
        var clock = new ArrivalClock();
        var after = clock.GetTimestamp();

        Assert.Equal(sent.Select(message => message.Hex.ToUpperInvariant()), Messages(heard).Select(message => Convert.ToHexString(message.Bytes.Span)));
        var arrivals = Messages(heard).Select(message => message.ArrivalTimestamp).ToList();
        // Not before it was sent, by the log that counts microseconds; how long after is the computer's business.
        foreach (var (arrival, truth) in arrivals.Zip(sent))
            Assert.True((arrival / (double)clock.TimestampFrequency) - truth.T >= -1e-6, $"Sent at {truth.T} s, here at {arrival / (double)clock.TimestampFrequency} s.");
        Assert.Equal(arrivals.Order(), arrivals);
        Assert.True(arrivals[^1] <= after);
        Assert.Equal([SensorState.Connecting, SensorState.Connected], heard.States);
    }

    [Fact]
    public async Task Two_straps_at_once_keep_apart()
    {
        await using var peer = await Peers.StartFastAsync("rr=1000", "rr=500");
        await using var backend = peer.Backend();
        await using var first = new Heard(backend.Open(Peers.First));
        await using var second = new Heard(backend.Open(Peers.Second));
        await Heard.UntilAsync(() => first.Rates.Count >= 5 && second.Rates.Count >= 5);

        Assert.All(first.Rates, rate => Assert.InRange(rate, 50, 70));
        Assert.All(second.Rates, rate => Assert.InRange(rate, 105, 135));
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("00FF")]
    [InlineData("FFFFFFFFFFFFFFFF")]
    [InlineData("16FF")]
    public async Task Whatever_bytes_a_strap_sends_are_passed_on_as_they_are(string hex)
    {
        await using var peer = await Peers.StartFastAsync();
        await peer.TellAsync("send 1 off");
        await using var backend = peer.Backend();
        await using var heard = new Heard(backend.Open(Peers.First));
        await peer.UntilAsync(1, strap => strap.GetProperty("subscribed").GetInt32() == 1);
        await peer.TellAsync($"notify 1 {hex}");
        await peer.TellAsync($"notify 1 {Last}");
        await Heard.UntilAsync(() => Texts(heard).Contains(Last));

        Assert.Equal([hex, Last], Texts(heard));
    }

    [Fact]
    public async Task A_message_of_512_bytes_is_passed_on_as_it_is()
    {
        await using var peer = await Peers.StartFastAsync();
        await peer.TellAsync("send 1 off");
        await using var backend = peer.Backend();
        await using var heard = new Heard(backend.Open(Peers.First));
        var bytes = Enumerable.Range(0, 512).Select(i => (byte)(i * 7)).ToArray();
        await peer.UntilAsync(1, strap => strap.GetProperty("subscribed").GetInt32() == 1);
        await peer.TellAsync($"notify 1 {Convert.ToHexString(bytes)}");
        await Heard.UntilAsync(() => Messages(heard).Any());

        Assert.Equal(bytes, Messages(heard).Single().Bytes.ToArray());
    }

    [Fact]
    public async Task The_same_bytes_twice_are_two_messages()
    {
        await using var peer = await Peers.StartFastAsync();
        await peer.TellAsync("send 1 off");
        await using var backend = peer.Backend();
        await using var heard = new Heard(backend.Open(Peers.First));
        await peer.UntilAsync(1, strap => strap.GetProperty("subscribed").GetInt32() == 1);
        for (var message = 0; message < 3; message++)
            await peer.TellAsync("notify 1 003C");
        await peer.TellAsync($"notify 1 {Last}");
        await Heard.UntilAsync(() => Texts(heard).Contains(Last));

        Assert.Equal(["003C", "003C", "003C", Last], Texts(heard));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_battery_is_told_and_told_again_when_it_changes(bool isClaimed)
    {
        await using var peer = await Peers.StartFastAsync(isClaimed ? ["--claim-battery", "battery=64"] : ["battery=64"]);
        await using var backend = peer.Backend();
        await using var heard = new Heard(backend.Open(Peers.First));
        await Heard.UntilAsync(() => Levels(heard).Length == 1);
        await peer.TellAsync("battery 1 63");
        await Heard.UntilAsync(() => Levels(heard).Length == 2);
        await peer.TellAsync("battery 1 255");
        await peer.TellAsync("battery 1 62");
        await Heard.UntilAsync(() => Levels(heard).Length >= 3);

        Assert.Equal([64, 63, 62], Levels(heard));
    }

    [Fact]
    public async Task A_measurement_that_cannot_be_subscribed_to_is_given_up()
    {
        await using var peer = await Peers.StartFastAsync("name=Odd,notify=no");
        await using var backend = peer.Backend();
        await using var heard = new Heard(backend.Open(Peers.First));
        await Task.WhenAny(heard.Ended, Task.Delay(TimeSpan.FromSeconds(120), TestContext.Current.CancellationToken));

        var last = Assert.IsType<SensorStateEvent>(heard.Events[^1]);
        Assert.Equal(SensorState.GaveUp, last.State);
        Assert.Contains("Odd", last.Detail);
        Assert.Contains("Choose another strap", last.Detail);
    }

    [Fact]
    public async Task The_same_strap_cannot_be_used_twice()
    {
        await using var peer = await Peers.StartFastAsync();
        await using var backend = peer.Backend();
        await using var first = new Heard(backend.Open(Peers.First));
        await Heard.UntilAsync(() => first.Rates.Count > 0);
        await using var second = new Heard(backend.Open(Peers.First.Replace("AA", "aa", StringComparison.Ordinal)));
        await Heard.UntilAsync(() => second.States.Contains(SensorState.Lost));

        Assert.Contains("in use here already", second.Events.OfType<SensorStateEvent>().First(state => state.State == SensorState.Lost).Detail);
        var before = first.Rates.Count;
        await Heard.UntilAsync(() => first.Rates.Count > before + 2);
        await first.StopAsync();
        await Heard.UntilAsync(() => second.Rates.Count > 0);
    }

    [Theory]
    [InlineData("bluez:")]
    [InlineData("bluez:AA:BB")]
    [InlineData("bluez:AA:BB:CC:DD:EE:0G")]
    [InlineData("web:AA:BB:CC:DD:EE:01")]
    [InlineData("bluez:\u001b[31m")]
    public async Task What_is_no_identity_is_refused(string id)
    {
        await using var backend = new BluezBackend(TimeProvider.System);

        var told = Assert.Throws<SensorException>(() => backend.Open(id));

        Assert.Equal(SensorTrouble.BadIdentity, told.Trouble);
        Assert.DoesNotContain(told.Message, char.IsControl);
    }

    [Fact]
    public async Task Reading_no_longer_unsubscribes_and_disconnects()
    {
        await using var peer = await Peers.StartFastAsync();
        await using var backend = peer.Backend();
        await using var heard = new Heard(backend.Open(Peers.First));
        await Heard.UntilAsync(() => heard.Rates.Count > 0);
        await heard.StopAsync();

        var strap = await peer.StrapAsync(1);
        Assert.Equal((false, 0), (strap.GetProperty("connected").GetBoolean(), strap.GetProperty("subscribed").GetInt32()));
        Assert.Contains("\"pairings\": 0", await peer.TellAsync("status"));
    }

    [Fact]
    public async Task A_strap_that_another_program_left_connected_is_taken_over()
    {
        await using var peer = await Peers.StartFastAsync();
        var killed = peer.Backend();
        await using var before = new Heard(killed.Open(Peers.First), owns: false);
        await Heard.UntilAsync(() => before.Rates.Count > 0);
        // The bus connection ends without a word, as if the program were killed.
        await killed.DisposeAsync();
        await peer.UntilAsync(1, strap => strap.GetProperty("connected").GetBoolean() && strap.GetProperty("subscribed").GetInt32() == 0);

        await using var backend = peer.Backend();
        await using var heard = new Heard(backend.Open(Peers.First));
        await Heard.UntilAsync(() => heard.Rates.Count > 2);
        Assert.Equal([SensorState.Connecting, SensorState.Connected], heard.States);
    }

    private static IEnumerable<NotificationEvent> Messages(Heard heard) => heard.Events.OfType<NotificationEvent>();

    private static List<string> Texts(Heard heard) => [.. Messages(heard).Select(message => Convert.ToHexString(message.Bytes.Span))];

    private static int[] Levels(Heard heard) => [.. heard.Events.OfType<BatteryEvent>().Select(battery => battery.Percent)];
}
