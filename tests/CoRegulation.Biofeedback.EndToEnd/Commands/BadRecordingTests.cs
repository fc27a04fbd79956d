using System.Globalization;

namespace CoRegulation.Biofeedback.EndToEnd.Commands;

/// <summary>What the program says of files that are no good recordings: the very message, and nothing on the standard output.</summary>
public sealed class BadRecordingTests : IDisposable
{
    private const string Header =
        """{"coreg":1,"program":"coreg 0.1.0","started":"2026-11-24T19:30:00.000+01:00","origin":"live","people":[{"id":"A","name":"Ana"}]}""" + "\n";

    private readonly TemporaryFolder _folder = new();

    private string Path => _folder["evening.coreg.jsonl"];

    public void Dispose() => _folder.Dispose();

    // The commands that read a recording must agree.
    public static TheoryData<string> Readers => ["check", "analyze", "replay"];

    [Theory]
    [MemberData(nameof(Readers))]
    public Task A_file_that_is_not_there(string command) =>
        Says(2, $"'{Path}' is not there. Check the name and the folder.", command, content: null);

    [Theory]
    [MemberData(nameof(Readers))]
    public Task An_empty_file(string command) =>
        Says(2, $"'{Path}' is empty. Choose another file; a recording has at least its header.", command, "");

    [Theory]
    [MemberData(nameof(Readers))]
    public Task A_file_that_is_not_a_recording(string command) => Says(
        2,
        $"'{Path}' is not a recording: its first line is not JSON. " +
        "Choose a file that ends in .coreg.jsonl, or import RR intervals with 'coreg import'.",
        command,
        "Dear diary,\ntoday we were calm.\n");

    [Theory]
    [MemberData(nameof(Readers))]
    public Task A_file_cut_within_its_header(string command) => Says(
        2,
        $"'{Path}' is not a whole recording: it is cut within its header, after 40 bytes. There is nothing in it to use; choose another file.",
        command,
        Header[..40]);

    [Theory]
    [MemberData(nameof(Readers))]
    public Task A_newer_version(string command) => Says(
        2,
        $"'{Path}' has recording format 2, written by coreg 0.1.0; this program reads up to 1. Open it with that version or a later one. The file has not been changed.",
        command,
        Header.Replace("\"coreg\":1", "\"coreg\":2", StringComparison.Ordinal));

    [Fact]
    public Task A_truncated_file_is_unfinished_and_not_an_error() =>
        Finds(0, $"recording  {Path}: unfinished, cut within line 3, which is left out", null, Header + Marker(1, "calm") + """{"t":2,"k":"mar""");

    [Fact]
    public Task Bytes_that_are_not_UTF_8() => Finds(
        1, $"broken     line 2 of {Path}: it has bytes that are not UTF-8", "1 broken line", Header + Marker(1, "\u00ff") + Marker(2, "calm"), latin1: true);

    [Fact]
    public Task A_line_of_50_MB() => Finds(
        1, $"broken     line 2 of {Path}: it is longer than 1 MiB", "1 broken line", Header + Marker(1, new string('x', 50_000_000)) + Marker(2, "calm"));

    [Fact]
    public Task Times_going_backwards() => Finds(
        1, $"broken     line 3 of {Path}: time goes back from 2 s to 1.5 s", "1 broken line", Header + Marker(2, "calm") + Marker(1.5, "earlier") + Marker(3, "later"));

    [Fact]
    public async Task A_name_with_control_characters_cannot_forge_a_line()
    {
        await File.WriteAllTextAsync(Path, Header.Replace("Ana", "Ana\\u001b[2J\\nperson B  Eve", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var result = await Coreg.RunAsync("check", Path);

        Assert.Contains("person A   Ana [2J person B  Eve: 0 notifications, no gap\n", result.Output, StringComparison.Ordinal);
    }

    private static string Marker(double timeS, string label) =>
        string.Create(CultureInfo.InvariantCulture, $$"""{"t":{{timeS}},"k":"marker","label":"{{label}}"}""") + "\n";

    private async Task Says(int status, string message, string command, string? content)
    {
        if (content is not null)
            await File.WriteAllTextAsync(Path, content, TestContext.Current.CancellationToken);
        string[] rest = command switch
        {
            "analyze" => ["--out", _folder["out"]],
            "replay" => ["--no-browser", "--port", "0"],
            _ => [],
        };

        var result = await Coreg.RunAsync([command, Path, .. rest]);

        Assert.Equal(new CoregResult(status, "", $"coreg: {message}\n"), result);
        Assert.False(System.IO.Path.Exists(_folder["out"]), "something was written");
    }

    private async Task Finds(int status, string line, string? broken, string content, bool latin1 = false)
    {
        await File.WriteAllTextAsync(
            Path, content, latin1 ? System.Text.Encoding.Latin1 : new System.Text.UTF8Encoding(false), TestContext.Current.CancellationToken);

        var result = await Coreg.RunAsync("check", Path);

        Assert.Equal(status, result.ExitStatus);
        Assert.Contains(line, result.Output.Split('\n'));
        Assert.Equal(broken is null ? "" : $"coreg: '{Path}' is damaged: {broken}. Mend a copy; the file has not been changed.\n", result.Error);
    }
}
