using System.Net;
using CoRegulation.Biofeedback.App.Commands;
using CoRegulation.Biofeedback.App.Doctor;
using CoRegulation.Biofeedback.Sensors;

namespace CoRegulation.Biofeedback.App.Tests.Doctor;

public sealed class MachineChecksTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coreg-doctor-").FullName;

    [Theory]
    [InlineData(4_999_999, "Fail")]
    [InlineData(5_000_000, "Warn")]
    [InlineData(99_999_999, "Warn")]
    [InlineData(100_000_000, "Ok")]
    public async Task Room_is_enough_or_little_or_too_little(long free, string state)
    {
        var finding = await RunAsync(new DiskCheck(Path.Combine(_folder, "not", "there", "yet"), _ => free));

        Assert.Equal(state, finding.State.ToString());
        Assert.Contains("recordings", finding.Says, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public async Task A_file_is_no_folder_for_recordings()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        var finding = await RunAsync(new DiskCheck(Path.Combine(file, "recordings"), DiskCheck.FreeBytes));

        Assert.Equal(CheckState.Fail, finding.State);
    }

    [Fact]
    public async Task The_room_of_a_real_disk_is_known() => Assert.True(DiskCheck.FreeBytes(_folder) > 0, (await RunAsync(new DiskCheck(_folder, DiskCheck.FreeBytes))).Says);

    [Theory]
    [InlineData(true, true, false, "Ok")]
    [InlineData(true, false, false, "Warn")]
    [InlineData(false, true, false, "Warn")]
    [InlineData(false, true, true, "Fail")]
    public async Task A_browser_is_missed_where_it_is_the_only_radio(bool isThere, bool hasDesktop, bool isNeeded, string state)
    {
        if (isThere)
            await File.WriteAllTextAsync(Path.Combine(_folder, "chromium"), "", TestContext.Current.CancellationToken);

        var finding = await RunAsync(new BrowserCheck(BrowserPlace.OnPath(_folder + Path.PathSeparator), isNeeded, isFlagged: false, hasDesktop));

        Assert.Equal(state, finding.State.ToString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Where_a_browser_needs_a_flag_to_hold_straps_that_is_said(bool isFlagged)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "chromium"), "", TestContext.Current.CancellationToken);

        var finding = await RunAsync(new BrowserCheck(BrowserPlace.OnPath(_folder), isNeeded: false, isFlagged, hasDesktop: true));

        Assert.Equal(isFlagged, finding.Says.Contains("chrome://flags", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_port_is_had_on_this_machine_and_not_on_an_address_that_is_not_its_own()
    {
        Assert.Equal(CheckState.Ok, (await RunAsync(new PortCheck(IPAddress.Loopback))).State);

        // TEST-NET-1: documentation only, no machine has it.
        Assert.Equal(CheckState.Fail, (await RunAsync(new PortCheck(IPAddress.Parse("192.0.2.1")))).State);
    }

    [Theory]
    [InlineData("2025-12-31T23:00:00Z", "Warn")]
    [InlineData("2026-06-01T12:00:00Z", "Ok")]
    [InlineData("2100-01-02T00:00:00Z", "Warn")]
    public async Task A_clock_on_the_wall_that_cannot_be_right_is_said(string now, string state) =>
        Assert.Equal(state, (await RunAsync(new ClockCheck(new Wall(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)), new ArrivalClock()))).State.ToString());

    [Fact]
    public async Task A_clock_that_stands_still_stamps_no_beats() =>
        Assert.Equal(CheckState.Fail, (await RunAsync(new ClockCheck(TimeProvider.System, new Standing()))).State);

    [Fact]
    public void The_report_ends_with_whether_a_session_is_possible()
    {
        var output = new StringWriter { NewLine = "\n" };

        DoctorCommand.Write(new("coreg", [new("bus", CheckState.Ok, "Answers."), new("bluetoothd", CheckState.Fail, "Gone."), new("adapter", CheckState.Warn, "?")]), output);

        Assert.Equal(
            "ok    bus         Answers.\nfail  bluetoothd  Gone.\nwarn  adapter     ?\nNo session is possible yet: bluetoothd.\n", output.ToString());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Task<Finding> RunAsync(ICheck check) => check.RunAsync(TestContext.Current.CancellationToken);

    private sealed class Wall(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    private sealed class Standing : TimeProvider
    {
        public override long GetTimestamp() => 7;
    }
}
