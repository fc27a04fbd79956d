using System.Text.Json;

namespace CoRegulation.Biofeedback.EndToEnd.Commands;

public class DoctorTests
{
    [Fact]
    public async Task Where_all_works_a_session_is_possible()
    {
        await using var peer = await BluezPeer.StartAsync();

        var result = await DoctorAsync(peer.BusAddress);

        Assert.Equal((0, ""), (result.ExitStatus, result.Error));
        Assert.Matches("(?m)^ok    adapter     hci0 ", result.Output);
        Assert.EndsWith("A session is possible.\n", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("adapter off", "adapter", "bluetoothctl power on")]
    [InlineData("adapter remove", "adapter", "Plug one in")]
    [InlineData("adapter block", "rfkill", "rfkill unblock bluetooth")]
    [InlineData("rights off", "rights", "usermod")]
    [InlineData("restart 60000", "bluetoothd", "systemctl start bluetooth")]
    public async Task What_does_not_work_is_said_with_what_to_do(string command, string check, string advice)
    {
        await using var peer = await BluezPeer.StartAsync();
        await peer.TellAsync(command);

        var result = await DoctorAsync(peer.BusAddress, "--json");

        Assert.Equal((1, ""), (result.ExitStatus, result.Error));
        using var report = JsonDocument.Parse(result.Output);
        Assert.False(report.RootElement.GetProperty("sessionPossible").GetBoolean());
        var finding = report.RootElement.GetProperty("checks").EnumerateArray().Single(one => one.GetProperty("name").GetString() == check);
        Assert.Equal("fail", finding.GetProperty("state").GetString());
        Assert.Contains(advice, finding.GetProperty("says").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_message_bus_no_session_is_possible()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs Linux");

        var result = await DoctorAsync("unix:path=/nowhere/bus");

        Assert.Equal(1, result.ExitStatus);
        Assert.Matches("(?m)^fail  bus .*/nowhere/bus.*systemctl start dbus", result.Output);
        Assert.EndsWith("No session is possible yet: bus.\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disk_without_room_is_no_place_for_recordings()
    {
        await using var peer = await BluezPeer.StartAsync();
        using var disk = SmallDisk.OfBytes(1_000_000);

        var result = await DoctorAsync(peer.BusAddress, "--record", disk["recordings"]);

        Assert.Equal(1, result.ExitStatus);
        Assert.Matches("(?m)^fail  disk ", result.Output);
    }

    private static Task<CoregResult> DoctorAsync(string bus, params string[] options) => Coreg.RunInAsync(
        new Surroundings { Environment = new Dictionary<string, string> { ["DBUS_SYSTEM_BUS_ADDRESS"] = bus } }, ["doctor", .. options]);
}
