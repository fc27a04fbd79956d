using CoRegulation.Biofeedback.Sensors.BlueZ;

namespace CoRegulation.Biofeedback.Sensors.Tests.BlueZ;

public sealed class RfkillTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rfkill-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("bluetooth", "0", "0", false, false)]
    [InlineData("bluetooth", "1", "0", false, true)]
    [InlineData("bluetooth", "0", "1", true, false)]
    [InlineData("wlan", "1", "1", false, false)]
    public void Only_bluetooth_counts_and_switch_and_software_are_told_apart(string type, string soft, string hard, bool bySwitch, bool bySoftware)
    {
        Radio("rfkill0", "wlan", "1", "1");
        Radio("rfkill1", type, soft, hard);

        Assert.Equal(new Rfkill(bySwitch, bySoftware), Rfkill.Read(_folder));
    }

    [Fact]
    public void A_system_that_does_not_tell_blocks_nothing() => Assert.False(Rfkill.Read(Path.Combine(_folder, "nowhere")).IsBlocked);

    private void Radio(string name, string type, string soft, string hard)
    {
        var radio = Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
        File.WriteAllText(Path.Combine(radio, "type"), type + "\n");
        File.WriteAllText(Path.Combine(radio, "soft"), soft + "\n");
        File.WriteAllText(Path.Combine(radio, "hard"), hard + "\n");
    }
}
