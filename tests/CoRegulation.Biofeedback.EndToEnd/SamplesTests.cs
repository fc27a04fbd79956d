using System.Text.RegularExpressions;

namespace CoRegulation.Biofeedback.EndToEnd;

public sealed partial class SamplesTests
{
    public static TheoryData<string> Names =>
        ["settling", "parent-child", "therapist-anchor", "uncoupled", "solo", "strap-trouble"];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Making_a_sample_again_gives_the_same_bytes(string name)
    {
        using var folder = new TemporaryFolder();

        await Coreg.RunAsync("simulate", "--scenario", name, "--seed", "1", "--out", folder["again.coreg.jsonl"]);

        Assert.Equal(await ReadAsync(Repository.Sample(name)), await ReadAsync(folder["again.coreg.jsonl"]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_sample_is_whole_simulated_and_long_enough_to_watch(string name)
    {
        var result = await Coreg.RunAsync("check", Repository.Sample(name));

        Assert.Equal((0, ""), (result.ExitStatus, result.Error));
        Assert.Contains(": whole\n", result.Output, StringComparison.Ordinal);
        Assert.Contains(", simulated, written by coreg", result.Output, StringComparison.Ordinal);
        Assert.Matches("length     0:(0[6-9]|1[0-2]):", result.Output);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_sample_goes_with_the_program(string name) =>
        Assert.Equal(
            File.ReadAllBytes(Repository.Sample(name)),
            File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(Repository.Program)!, "samples", $"{name}.coreg.jsonl")));

    [Fact]
    public void Every_sample_is_tested_and_described()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Folder, "samples", "README.md"));
        var files = Directory.GetFiles(Path.Combine(Repository.Folder, "samples"), "*.coreg.jsonl")
            .Select(path => Path.GetFileName(path).Replace(".coreg.jsonl", "", StringComparison.Ordinal));

        Assert.Equal(Names.Select(row => row.Data).Order(StringComparer.Ordinal), files.Order(StringComparer.Ordinal));
        Assert.All(Names, row => Assert.Contains($"`{row.Data}`", readme, StringComparison.Ordinal));
    }

    // The version of the program stands in the header and may differ.
    private static async Task<string> ReadAsync(string path) =>
        Program().Replace(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), "", 1);

    [GeneratedRegex("\"program\":\"coreg [^\"]*\",")]
    private static partial Regex Program();
}
