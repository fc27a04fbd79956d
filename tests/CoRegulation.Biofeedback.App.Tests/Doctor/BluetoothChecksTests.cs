using CoRegulation.Biofeedback.App.Doctor;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.BlueZ;

namespace CoRegulation.Biofeedback.App.Tests.Doctor;

public class BluetoothChecksTests
{
    private static readonly BluezHealth Well = new()
    {
        BusAddress = "unix:path=/bus",
        IsBusReachable = true,
        IsServiceThere = true,
        HasRights = true,
        Adapters = [new("hci0", "00:11:22:33:44:55", IsPowered: true, IsBlocked: false)],
    };

    [Fact]
    public async Task Where_all_is_well_all_is_well() =>
        Assert.All(await FindAsync(Well), finding => Assert.Equal(CheckState.Ok, finding.State));

    // In the order bus, bluetoothd, adapter, rfkill, rights: what fails is said where it belongs, what depends on it is not called broken.
    [Theory]
    [InlineData("no bus", "Fail Warn Warn Warn Warn")]
    [InlineData("no service", "Ok Fail Warn Warn Warn")]
    [InlineData("hanging service", "Ok Fail Warn Ok Warn")]
    [InlineData("no adapter", "Ok Ok Fail Ok Warn")]
    [InlineData("off", "Ok Ok Fail Ok Warn")]
    [InlineData("blocked", "Ok Ok Fail Fail Warn")]
    [InlineData("no rights", "Ok Ok Warn Warn Fail")]
    [InlineData("two adapters", "Ok Ok Ok Warn Ok")]
    public async Task A_trouble_is_said_where_it_belongs(string trouble, string states)
    {
        var findings = await FindAsync(With(trouble));

        Assert.Equal(states, string.Join(' ', findings.Select(finding => finding.State)));
        Assert.Equal(["bus", "bluetoothd", "adapter", "rfkill", "rights"], findings.Select(finding => finding.Name));
        Assert.All(findings, finding => Assert.EndsWith(".", finding.Says, StringComparison.Ordinal));
    }

    private static BluezHealth With(string trouble)
    {
        var off = Well with { HasRights = null, Message = "What is wrong and what to do." };
        var adapter = Well.Adapters[0];
        return trouble switch
        {
            "no bus" => off with { IsBusReachable = false, IsServiceThere = false, Adapters = [], Trouble = SensorTrouble.NoRadioService },
            "no service" => off with { IsServiceThere = false, Adapters = [], Trouble = SensorTrouble.NoRadioService },
            "hanging service" => off with { Adapters = [], Trouble = SensorTrouble.Other },
            "no adapter" => off with { Adapters = [], Trouble = SensorTrouble.NoAdapter },
            "off" => off with { Adapters = [adapter with { IsPowered = false }], Trouble = SensorTrouble.AdapterOff },
            "blocked" => off with { Adapters = [adapter with { IsPowered = false, IsBlocked = true }], Trouble = SensorTrouble.AdapterBlocked },
            "no rights" => off with { HasRights = false, Adapters = [], Trouble = SensorTrouble.NoRights },
            "two adapters" => Well with { Adapters = [adapter with { IsPowered = false, IsBlocked = true }, adapter] },
            _ => throw new ArgumentOutOfRangeException(nameof(trouble), trouble, null),
        };
    }

    private static async Task<IReadOnlyList<Finding>> FindAsync(BluezHealth health)
    {
        var findings = new List<Finding>();
        foreach (var check in BluetoothChecks.Of(health))
            findings.Add(await check.RunAsync(TestContext.Current.CancellationToken));
        return findings;
    }
}
