using System.Globalization;
using System.Text.Json;
using CoRegulation.Biofeedback.App.Commands;

namespace CoRegulation.Biofeedback.App.Tests.Commands;

public sealed class LibraryCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coreg-library-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_list_has_a_line_for_each_session()
    {
        Take("solo", "settling");

        var (status, output, error) = await RunAsync("list");

        Assert.Equal((0, ""), (status, error));
        var lines = output.Split('\n');
        Assert.StartsWith("started           session   people", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("2026-01-01 12:00  settling  Ana, Ben       10:00", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("2026-01-01 12:00  solo      Greta (alone)  6:00", lines[2], StringComparison.Ordinal);
        Assert.All(lines[1..3], line => Assert.EndsWith("simulated", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_as_json_and_the_session_as_json_are_documents()
    {
        Take("solo");

        using var list = JsonDocument.Parse((await RunAsync("list", "--json")).Output);
        using var session = JsonDocument.Parse((await RunAsync("show", "so", "--json")).Output);

        Assert.Equal("solo", list.RootElement.GetProperty("sessions")[0].GetProperty("name").GetString());
        Assert.Equal("simulated", list.RootElement.GetProperty("sessions")[0].GetProperty("origin").GetString());
        Assert.Equal("Greta", session.RootElement.GetProperty("people")[0].GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("solo")]
    [InlineData("solo.coreg.jsonl")]
    [InlineData("last")]
    [InlineData("2026-01-01")]
    public async Task A_session_is_found_by_name_and_by_date(string typed)
    {
        Take("solo");

        var (status, output, _) = await RunAsync("show", typed);

        Assert.Equal(0, status);
        Assert.StartsWith("session    solo: ", output, StringComparison.Ordinal);
        Assert.Contains("Greta: heart rate ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s", "'s' can be 'settling' or 'solo': type more of the name")]
    [InlineData("x", "no session is called 'x': 'coreg library list' names them")]
    public async Task A_word_that_means_none_or_several_is_said(string typed, string message)
    {
        Take("solo", "settling");

        Assert.Equal((2, "", $"coreg: {message}\n"), await RunAsync("show", typed));
    }

    [Fact]
    public async Task An_empty_folder_is_said_and_no_error() => Assert.Equal(
        (0, "", $"coreg: note: '{_folder}' has no recording: put files *.coreg.jsonl there, or name another folder with --library\n"),
        await RunAsync("list"));

    [Fact]
    public async Task A_broken_recording_is_listed_and_its_show_fails()
    {
        await File.WriteAllTextAsync(Path.Join(_folder, "broken.coreg.jsonl"), "no recording", TestContext.Current.CancellationToken);

        var list = await RunAsync("list");
        var show = await RunAsync("show", "broken");

        Assert.Equal((0, ""), (list.Status, list.Error));
        Assert.Contains("is not a recording", list.Output, StringComparison.Ordinal);
        Assert.Equal((1, ""), (show.Status, show.Output));
    }

    [Fact]
    public async Task What_is_missing_is_said_with_the_whole_command() => Assert.Equal(
        (2, "", "coreg: Required argument 'SESSION' missing for command: 'show' ('coreg library show --help' shows how)\n"),
        await RunAsync("show"));

    [Fact]
    public async Task Simulated_sessions_are_no_trend_unless_they_are_asked_for()
    {
        Take("settling", "uncoupled");

        Assert.Equal(
            (2, "", "coreg: no session is left for a trend; 1 session is simulated, and no measurement: left out, --simulated takes it in\n"),
            await RunAsync("trend", "ana"));
        var (status, output, error) = await RunAsync("trend", "ana", "--simulated");

        Assert.Equal((0, ""), (status, error));
        Assert.StartsWith("Ana: 1 session, 1 with the partner, 0 alone\n", output, StringComparison.Ordinal);
        Assert.Contains("settling (simulated)  Ben", output, StringComparison.Ordinal);
        Assert.Contains("with the partner against alone: needs 3 sessions of each kind", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_trend_of_a_pair_does_not_mind_who_is_named_first()
    {
        Take("settling", "uncoupled", "solo");

        var (status, output, error) = await RunAsync("trend", "Ben", "Ana", "--simulated");
        using var json = JsonDocument.Parse((await RunAsync("trend", "Ana", "Ben", "--simulated", "--json")).Output);

        Assert.Equal((0, ""), (status, error));
        Assert.Contains("2026-01-01 12:00  settling (simulated)  10:00", output, StringComparison.Ordinal);
        Assert.Contains("\nBen: 1 session, 1 with Ana, 0 alone\n", output, StringComparison.Ordinal);
        Assert.Equal(["Ana", "Ben"], json.RootElement.GetProperty("people").EnumerateArray().Select(person => person.GetProperty("name").GetString()));
        Assert.Equal("settling", json.RootElement.GetProperty("sessions")[0].GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("nobody here is called 'Zoe'; there are Ana, Ben, Greta", "trend", "Zoe")]
    [InlineData("the two have no session together that counts", "trend", "Ana", "Greta", "--simulated")]
    [InlineData("the two are one person: give two people for a pair, or one for that person's trend", "trend", "Ana", "ANA", "--simulated")]
    public async Task People_of_whom_there_is_no_trend_are_said(string message, params string[] arguments)
    {
        Take("settling", "solo");

        Assert.Equal((2, "", $"coreg: {message}\n"), await RunAsync(arguments));
    }

    private void Take(params string[] samples)
    {
        foreach (var sample in samples)
            File.Copy(Path.Join(RepositoryFolder.Path, "samples", $"{sample}.coreg.jsonl"), Path.Join(_folder, $"{sample}.coreg.jsonl"));
    }

    private async Task<(int Status, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" }, new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" });
        var status = await CommandLine.RunAsync(["library", .. arguments, "--library", _folder], output, error);
        return (status, output.ToString(), error.ToString());
    }
}
