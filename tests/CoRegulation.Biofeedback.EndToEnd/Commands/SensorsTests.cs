using System.Text.Json;

namespace CoRegulation.Biofeedback.EndToEnd.Commands;

public class SensorsTests
{
    [Fact]
    public async Task Straps_in_range_are_listed_and_no_name_of_theirs_reaches_the_terminal_as_it_is()
    {
        await using var peer = await BluezPeer.StartAsync("name=Polar H10 8A2B3C4D", "name=Evil");
        await peer.TellAsync(@"name 2 Evil\x1b[2J\nStrap");

        await using var coreg = Coreg.Start(On(peer), "sensors", "--seconds", "600");
        await Patience.UntilAsync(() => coreg.Output.Count(letter => letter == '\n') >= 2);
        var result = await coreg.EndByAsync(Coreg.Terminate);

        Assert.Equal((0, ""), (result.ExitStatus, result.Error));
        var lines = result.Output.TrimEnd().Split('\n').Order(StringComparer.Ordinal).ToArray();
        Assert.Matches(@"^Evil\[2J Strap  bluez:AA:BB:CC:DD:EE:02  ▮▮▮[▮▯] -\d+ dBm  -  bluez$", lines[0]);
        Assert.Matches(@"^Polar H10 8A2B3C4D  bluez:AA:BB:CC:DD:EE:01  ▮▮▮[▮▯] -\d+ dBm  -  bluez$", lines[1]);
        Assert.Equal(2, lines.Length);
    }

    [Fact]
    public async Task Json_lines_tell_what_comes_and_goes_until_it_is_interrupted()
    {
        Assert.SkipUnless(Coreg.InterruptIsHeard, "this process was started deaf to SIGINT, and so are its children");
        await using var peer = await BluezPeer.StartAsync("name=TICKR 5E6F");
        await using var coreg = Coreg.Start(On(peer), "sensors", "--json", "--seconds", "600");
        await Patience.UntilAsync(() => coreg.Output.Contains("\"inRange\":true", StringComparison.Ordinal));
        await peer.TellAsync("remove 1");
        await Patience.UntilAsync(() => coreg.Output.Contains("\"inRange\":false", StringComparison.Ordinal));

        var result = await coreg.EndByAsync(Coreg.Interrupt);

        Assert.Equal((0, ""), (result.ExitStatus, result.Error));
        Assert.All(
            result.Output.TrimEnd().Split('\n'),
            line => Assert.Equal("bluez:AA:BB:CC:DD:EE:01", JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("adapter off", "The Bluetooth adapter is switched off. Switch it on: bluetoothctl power on")]
    [InlineData("rights off", "This user may not use Bluetooth. Allow it: sudo usermod -aG bluetooth $USER, then log out and in again.")]
    public async Task Without_a_way_to_look_it_says_what_to_do_and_ends_with_status_1(string command, string told)
    {
        await using var peer = await BluezPeer.StartAsync();
        await peer.TellAsync(command);

        Assert.Equal(new CoregResult(1, "", $"coreg: bluez: {told}\n"), await Coreg.RunInAsync(On(peer), "sensors"));
    }

    private static Surroundings On(BluezPeer peer) => new() { Environment = new Dictionary<string, string> { ["DBUS_SYSTEM_BUS_ADDRESS"] = peer.BusAddress } };
}
