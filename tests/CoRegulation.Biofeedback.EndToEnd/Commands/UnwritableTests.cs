namespace CoRegulation.Biofeedback.EndToEnd.Commands;

/// <summary>Places that cannot be written, for every command that writes: the very message, and nothing half-written.</summary>
public class UnwritableTests
{
    public static TheoryData<string> Writers => ["simulate", "import", "analyze", "hrv"];

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task A_full_disk(string command)
    {
        using var disk = SmallDisk.OfBytes(8192);
        using var inputs = new TemporaryFolder();

        var result = await Write(command, inputs, disk["out"]);

        Assert.Equal(
            new CoregResult(1, "", $"coreg: '{disk["out"]}' could not be written: the disk is full. Free some space, or choose another disk.\n"), result);
        Assert.Empty(Directory.GetFileSystemEntries(disk.Path));
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task A_read_only_disk(string command)
    {
        using var disk = SmallDisk.ReadOnly();
        using var inputs = new TemporaryFolder();

        Assert.Equal(
            new CoregResult(1, "", $"coreg: '{disk["out"]}' could not be written: the disk is read-only. Choose another folder.\n"),
            await Write(command, inputs, disk["out"]));
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task A_folder_of_somebody_else(string command)
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Skip("needs a user who may not write everywhere");
            return;
        }

        using var inputs = new TemporaryFolder();
        using var folder = new TemporaryFolder();
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        Assert.Equal(
            new CoregResult(1, "", $"coreg: '{folder["out"]}' could not be written: this user may not write there. Choose another folder.\n"),
            await Write(command, inputs, folder["out"]));
    }

    [Theory]
    [InlineData("simulate", 2)]
    [InlineData("import", 2)]
    [InlineData("analyze", 1)]
    [InlineData("hrv", 2)]
    public async Task A_folder_that_is_a_file(string command, int status)
    {
        using var inputs = new TemporaryFolder();
        await File.WriteAllTextAsync(inputs["file"], "", TestContext.Current.CancellationToken);
        var path = Path.Combine(inputs["file"], "out");

        Assert.Equal(
            new CoregResult(status, "", $"coreg: '{path}' could not be written: its folder is not there. Make the folder first, or choose another.\n"),
            await Write(command, inputs, path));
    }

    private static async Task<CoregResult> Write(string command, TemporaryFolder inputs, string path)
    {
        await File.WriteAllLinesAsync(inputs["rr.txt"], Enumerable.Repeat("800.123", 5000), TestContext.Current.CancellationToken);
        return command switch
        {
            "simulate" => await Coreg.RunAsync("simulate", "--out", path),
            "import" => await Coreg.RunAsync("import", inputs["rr.txt"], "--out", path),
            "hrv" => await Coreg.RunAsync("hrv", inputs["rr.txt"], "--beats", path),
            _ => await Coreg.RunAsync("analyze", Repository.Sample("solo"), "--out", path),
        };
    }
}
