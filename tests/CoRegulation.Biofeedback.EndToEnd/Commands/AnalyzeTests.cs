using System.Text.Json;

namespace CoRegulation.Biofeedback.EndToEnd.Commands;

public sealed class AnalyzeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Results => _folder["results"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_pair_becomes_a_set_of_files_whose_every_column_is_explained()
    {
        var result = await Coreg.RunAsync("analyze", Repository.Sample("settling"), "--out", Results);

        Assert.Equal(
            new CoregResult(0, $"written  {Results}: CSV files, data_dictionary.csv with what their columns mean, and summary.json\n", ""), result);
        Assert.Equal(
            ["anchor.csv", "beats.csv", "breathing.csv", "convergence.csv", "data_dictionary.csv", "episodes.csv", "heart_rate.csv", "hrv.csv", "hrv_spectrum.csv", "markers.csv", "summary.json", "synchrony.csv", "synchrony_peak.csv"],
            Directory.GetFiles(Results).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var explained = (await LinesAsync("data_dictionary.csv")).Skip(1).Select(line => string.Join(',', line.Split(',')[..2])).ToHashSet();
        foreach (var file in Directory.GetFiles(Results, "*.csv").Select(path => Path.GetFileName(path)!))
            Assert.All((await LinesAsync(file))[0].Split(','), column => Assert.Contains($"{file},{column}", explained));
    }

    [Theory]
    [InlineData("settling", "distance.svg episodes.svg lag_map.svg overview.svg")]
    [InlineData("solo", "episodes.svg overview.svg")]
    public async Task Figures_stand_beside_the_numbers_when_they_are_wanted(string sample, string figures)
    {
        var result = await Coreg.RunAsync("analyze", Repository.Sample(sample), "--out", Results, "--figures");

        Assert.Equal((0, ""), (result.ExitStatus, result.Error));
        var drawn = Directory.GetFiles(Results, "*.svg").Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(figures.Split(' '), drawn.Select(path => Path.GetFileName(path)));
        Assert.All(drawn, path => Assert.Contains("simulated", File.ReadAllText(path), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("beats.csv", "person,time_s,rr_ms,nn_ms,segment,flag")]
    [InlineData("breathing.csv", "person,time_s,breaths_per_min,rsa_ms,quality,missing,reserve")]
    [InlineData("heart_rate.csv", "time_s,a_bpm,b_bpm")]
    [InlineData("synchrony.csv", "time_s,window_start_s,lag_s,r")]
    [InlineData("synchrony_peak.csv", "time_s,lag_s,r,state")]
    [InlineData("convergence.csv", "time_s,distance_bpm,a_baseline_sd,b_baseline_sd,slope_bpm_per_min,state,slope_low,slope_high,a_trend,b_trend,course")]
    [InlineData("markers.csv", "time_s,kind,label")]
    public async Task Columns_are_those_that_other_programs_rely_on(string file, string columns)
    {
        await Coreg.RunAsync("analyze", Repository.Sample("settling"), "--out", Results);

        Assert.Equal(columns, (await LinesAsync(file))[0]);
    }

    [Fact]
    public async Task The_summary_as_JSON_is_the_summary_file_and_nothing_else()
    {
        var result = await Coreg.RunAsync("analyze", Repository.Sample("solo"), "--out", Results, "--json");

        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(Results, "summary.json"), TestContext.Current.CancellationToken), result.Output);
        using var summary = JsonDocument.Parse(result.Output);
        Assert.Equal("simulated", summary.RootElement.GetProperty("origin").GetString());
        Assert.Equal(JsonValueKind.Null, summary.RootElement.GetProperty("dyad").ValueKind);
    }

    [Fact]
    public async Task Results_are_replaced_only_by_force()
    {
        await Coreg.RunAsync("analyze", Repository.Sample("solo"), "--out", Results);
        var before = await ContentAsync(Results);

        var refused = await Coreg.RunAsync("analyze", Repository.Sample("uncoupled"), "--out", Results);
        var untouched = await ContentAsync(Results);
        var forced = await Coreg.RunAsync("analyze", Repository.Sample("uncoupled"), "--out", Results, "--force");

        Assert.Equal(
            new CoregResult(2, "", $"coreg: '{Results}' already has beats.csv and 8 more of the files: name another folder, or replace them with --force.\n"),
            refused);
        Assert.Equal(before, untouched);
        Assert.Equal(0, forced.ExitStatus);
        Assert.NotEqual(before, await ContentAsync(Results));
    }

    [Fact]
    public async Task The_language_of_the_machine_changes_no_byte()
    {
        var german = new Surroundings
        {
            Environment = new Dictionary<string, string>
            {
                ["LANG"] = "de_DE.UTF-8",
                ["LC_ALL"] = "de_DE.UTF-8",
                ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "0",
            },
        };

        var here = await Coreg.RunAsync("analyze", Repository.Sample("settling"), "--out", _folder["here"], "--json");
        var there = await Coreg.RunInAsync(german, "analyze", Repository.Sample("settling"), "--out", _folder["there"], "--json");

        Assert.Equal(here, there);
        Assert.Equal(await ContentAsync(_folder["here"]), await ContentAsync(_folder["there"]));
    }

    private async Task<string[]> LinesAsync(string file) =>
        await File.ReadAllLinesAsync(Path.Combine(Results, file), TestContext.Current.CancellationToken);

    private static async Task<Dictionary<string, string>> ContentAsync(string folder)
    {
        var content = new Dictionary<string, string>();
        foreach (var path in Directory.GetFiles(folder))
            content[Path.GetFileName(path)] = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken)));
        return content;
    }
}
