using System.Text.Json;

namespace CoRegulation.Biofeedback.EndToEnd.Commands;

public sealed class HrvTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("de_DE.UTF-8")]
    [InlineData("tr_TR.UTF-8")]
    public async Task The_language_of_the_machine_changes_no_byte(string language)
    {
        var elsewhere = new Surroundings
        {
            Environment = new Dictionary<string, string>
            {
                ["LANG"] = language,
                ["LC_ALL"] = language,
                ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "0",
            },
        };
        var file = await WriteAsync("RRI_MS\n");
        var beats = _folder["beats.csv"];

        foreach (var arguments in new string[][] { [file], [file, "--json"], [file, file], [file, "--correction", "default", "--from", "2.5"] })
        {
            var here = await Coreg.RunAsync(["hrv", .. arguments]);
            var there = await Coreg.RunInAsync(elsewhere, ["hrv", .. arguments]);

            Assert.Equal(0, here.ExitStatus);
            Assert.Equal(here, there);
        }

        await Coreg.RunAsync("hrv", file, "--beats", beats);
        var table = await File.ReadAllTextAsync(beats, TestContext.Current.CancellationToken);
        await Coreg.RunInAsync(elsewhere, "hrv", file, "--beats", beats, "--force");
        Assert.Equal(table, await File.ReadAllTextAsync(beats, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_bare_arithmetic_of_whole_recordings_agrees_with_the_reference_values()
    {
        using var golden = JsonDocument.Parse(await File.ReadAllTextAsync(Repository.Shared("golden", "hrv.json"), TestContext.Current.CancellationToken));
        var recordings = golden.RootElement.EnumerateObject().Where(recording => !recording.Name.Contains('#', StringComparison.Ordinal)).ToArray();

        var result = await Coreg.RunAsync(["hrv", "--raw", "--json", .. recordings.Select(recording => Repository.Shared("data", "rr", recording.Name))]);

        Assert.Equal((0, ""), (result.ExitStatus, result.Error));
        foreach (var (recording, line) in recordings.Zip(result.Output.TrimEnd('\n').Split('\n')))
        {
            using var document = JsonDocument.Parse(line);
            Assert.Equal(recording.Value.GetProperty("n").GetProperty("value").GetInt32(), document.RootElement.GetProperty("beats").GetInt32());
            foreach (var metric in document.RootElement.GetProperty("metrics").EnumerateObject())
            {
                if (!recording.Value.TryGetProperty(metric.Name, out var reference))
                    continue;
                var expected = reference.GetProperty("value").GetDouble();
                var tolerance = reference.GetProperty("tolerance_rel").GetDouble() * Math.Abs(expected);
                Assert.True(Math.Abs(metric.Value.GetDouble() - expected) <= tolerance, $"{recording.Name} {metric}: expected {expected:R}");
            }
        }
    }

    [Fact]
    public async Task Nothing_on_the_standard_input_is_said()
    {
        Assert.Equal(
            new CoregResult(2, "", "coreg: '-' has no RR intervals in it. Choose a file with one interval in ms on each line.\n"),
            await Coreg.RunAsync("hrv", "-"));
    }

    private async Task<string> WriteAsync(string header)
    {
        await File.WriteAllTextAsync(
            _folder["rr.csv"], header + string.Concat(Enumerable.Range(0, 400).Select(i => $"{(i == 50 ? 1700 : 800) + (i * i % 37)}.5\n")), TestContext.Current.CancellationToken);
        return _folder["rr.csv"];
    }
}
