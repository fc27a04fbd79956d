using CoRegulation.Biofeedback.Sensors.BlueZ;

namespace CoRegulation.Biofeedback.Sensors.Tests.BlueZ;

public class BluezScanTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Straps_appear_with_name_and_signal_and_looking_ends_with_the_scan()
    {
        await using var peer = await Peers.StartFastAsync("name=Polar H10 8A2B3C4D,rssi=-61", "name=TICKR 5E6F,rssi=-80");
        await using var backend = peer.Backend();

        var seen = new Dictionary<string, SensorSighting>();
        await foreach (var sighting in backend.ScanAsync(Stop))
        {
            seen[sighting.Id] = sighting;
            if (seen.Count == 2)
                break;
        }

        Assert.Equal("Polar H10 8A2B3C4D", seen[Peers.First].Name);
        Assert.InRange(seen[Peers.First].SignalDbm!.Value, -70, -50);
        Assert.Equal("TICKR 5E6F", seen[Peers.Second].Name);
        Assert.All(seen.Values, sighting => Assert.True(sighting is { HasHeartRateService: true, IsInRange: true }));
        Assert.Contains("\"discoverers\": 0", await peer.TellAsync("status"));
    }

    [Fact]
    public async Task Stopping_a_scan_ends_it_normally_and_another_goes_on()
    {
        await using var peer = await Peers.StartFastAsync();
        await using var backend = peer.Backend();
        await using var other = backend.ScanAsync(Stop).GetAsyncEnumerator(Stop);
        Assert.True(await other.MoveNextAsync());

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        await foreach (var _ in backend.ScanAsync(stop.Token))
            await stop.CancelAsync();

        Assert.Contains("\"discoverers\": 1", await peer.TellAsync("status"));
        Assert.True(await other.MoveNextAsync());
    }

    [Fact]
    public async Task A_strap_that_goes_is_told_to_be_gone()
    {
        await using var peer = await Peers.StartFastAsync("name=A");
        await using var backend = peer.Backend();
        var states = new List<bool>();

        await foreach (var sighting in backend.ScanAsync(Stop))
        {
            if (states.Count == 0)
                await peer.TellAsync("remove 1");
            states.Add(sighting.IsInRange);
            if (states.Contains(false))
                break;
        }

        Assert.Equal([true, false], states.Distinct());
    }

    [Theory]
    [InlineData("adapter off", SensorTrouble.AdapterOff, "bluetoothctl power on")]
    [InlineData("adapter block", SensorTrouble.AdapterBlocked, "rfkill unblock bluetooth")]
    [InlineData("adapter remove", SensorTrouble.NoAdapter, "Plug one in")]
    [InlineData("restart 60000", SensorTrouble.NoRadioService, "sudo systemctl start bluetooth")]
    [InlineData("rights off", SensorTrouble.NoRights, "sudo usermod -aG bluetooth $USER")]
    public async Task What_keeps_it_from_scanning_is_told_with_what_to_do(string command, SensorTrouble trouble, string advice)
    {
        await using var peer = await Peers.StartFastAsync();
        await peer.TellAsync(command);
        await using var backend = peer.Backend();

        var told = await Assert.ThrowsAsync<SensorException>(async () => await FirstAsync(backend));
        Assert.Equal(trouble, told.Trouble);
        Assert.Contains(advice, told.Message);

        var health = await BluezBackend.CheckAsync(TimeProvider.System, backend.Options, Stop);
        Assert.Equal((trouble, told.Message), (health.Trouble, health.Message));
        Assert.True(health.IsBusReachable);
    }

    [Theory]
    [InlineData("adapter off", "adapter on", SensorTrouble.AdapterOff)]
    [InlineData("adapter remove", "adapter add", SensorTrouble.NoAdapter)]
    [InlineData("restart 300", null, SensorTrouble.NoRadioService)]
    public async Task A_scan_that_runs_ends_with_the_trouble_and_a_new_one_works_when_it_is_over(string breaks, string? mends, SensorTrouble trouble)
    {
        await using var peer = await Peers.StartFastAsync();
        await using var backend = peer.Backend();

        var told = await Assert.ThrowsAsync<SensorException>(async () =>
        {
            var isFirst = true;
            await foreach (var _ in backend.ScanAsync(Stop))
            {
                if (isFirst)
                    await peer.TellAsync(breaks);
                isFirst = false;
            }
        });
        Assert.Equal(trouble, told.Trouble);

        if (mends is not null)
            await peer.TellAsync(mends);
        Assert.NotNull(await FirstOnceItWorksAsync(backend));
    }

    [Fact]
    public async Task Without_a_bus_that_is_told()
    {
        await using var backend = new BluezBackend(TimeProvider.System, new() { BusAddress = "unix:path=/nonexistent/bus" });

        var told = await Assert.ThrowsAsync<SensorException>(async () => await FirstAsync(backend));

        Assert.Equal(SensorTrouble.NoRadioService, told.Trouble);
        Assert.Contains("sudo systemctl start dbus", told.Message);
        Assert.False((await BluezBackend.CheckAsync(TimeProvider.System, backend.Options, Stop)).IsBusReachable);
    }

    [Fact]
    public async Task A_machine_in_order_is_healthy()
    {
        await using var peer = await Peers.StartFastAsync();
        await using var backend = peer.Backend();

        var health = await BluezBackend.CheckAsync(TimeProvider.System, backend.Options, Stop);

        Assert.True(health is { IsBusReachable: true, IsServiceThere: true, HasRights: true, Trouble: null, Message: null });
        Assert.Equal(new BluezAdapterHealth("hci0", "00:1A:7D:DA:71:11", IsPowered: true, IsBlocked: false), Assert.Single(health.Adapters));
    }

    [Theory]
    [InlineData(@"name=\x1b[31mRed\x07", "[31mRed")]
    [InlineData("name=", "Unnamed strap EE:01")]
    public async Task Names_are_fit_to_be_shown(string strap, string shown)
    {
        await using var peer = await Peers.StartFastAsync("name=Strap");
        await peer.TellAsync($"name 1 {strap[5..]}");
        await using var backend = peer.Backend();

        Assert.Equal(shown, (await FirstAsync(backend)).Name);
    }

    [Fact]
    public async Task A_name_of_200_letters_is_cut_and_two_straps_of_one_name_are_two()
    {
        var name = new string('x', 200);
        await using var peer = await Peers.StartFastAsync($"name={name}", $"name={name}");
        await using var backend = peer.Backend();
        var seen = new Dictionary<string, string>();

        await foreach (var sighting in backend.ScanAsync(Stop))
        {
            seen[sighting.Id] = sighting.Name;
            if (seen.Count == 2)
                break;
        }

        Assert.All(seen.Values, shown => Assert.Equal(name[..40] + "…", shown));
    }

    private static async Task<SensorSighting> FirstOnceItWorksAsync(BluezBackend backend)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        while (true)
        {
            try
            {
                return await FirstAsync(backend);
            }
            catch (SensorException)
            {
                await Task.Delay(20, deadline.Token);
            }
        }
    }

    private static async Task<SensorSighting> FirstAsync(BluezBackend backend)
    {
        await foreach (var sighting in backend.ScanAsync(Stop))
            return sighting;
        throw new InvalidOperationException("The scan ended.");
    }
}
