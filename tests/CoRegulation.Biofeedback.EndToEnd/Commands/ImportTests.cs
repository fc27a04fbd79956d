namespace CoRegulation.Biofeedback.EndToEnd.Commands;

public sealed class ImportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Rr => _folder["rr.txt"];

    private string Out => _folder["out.coreg.jsonl"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Two_files_become_a_recording_of_two_people()
    {
        await WriteAsync("# Ana's\n800\n810\n790\n");
        await File.WriteAllTextAsync(_folder["b.csv"], "time,rr_s\n1,0.7\n2,0.71\n", TestContext.Current.CancellationToken);

        var result = await Coreg.RunAsync("import", Rr, _folder["b.csv"], "--name-a", "Ana", "--offset-b", "1.5", "--out", Out);
        var check = await Coreg.RunAsync("check", Out);

        Assert.Equal(
            new CoregResult(0, $"person A  Ana: 3 intervals in ms, 0 min\nperson B  Person B: 2 intervals in s, 0 min\nwritten   {Out}\n", ""), result);
        Assert.Contains("length     0:00:03 in 1 file\nperson A   Ana: 3 imported intervals, no gap\nperson B   Person B: 2 imported intervals, no gap\n", check.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", "an interval of 0 cannot be: intervals are above 0")]
    [InlineData("-5", "an interval of -5 cannot be: intervals are above 0")]
    [InlineData("NaN", "'NaN' is not an interval")]
    [InlineData("812,5", "'812,5' is not a number (decimals are written with a point)")]
    [InlineData("calm", "'calm' is not a number")]
    public async Task A_line_that_is_no_interval_is_named_and_nothing_is_written(string line, string message)
    {
        await WriteAsync($"800\n810\n{line}\n790\n");

        var result = await Coreg.RunAsync("import", Rr, "--out", Out);

        Assert.Equal(new CoregResult(2, "", $"coreg: '{Rr}', line 3: {message}. Mend or remove that line in a copy, and give the copy.\n"), result);
        Assert.Equal([Rr], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task An_interval_of_65535_ms_is_kept_as_a_gap_and_said()
    {
        await WriteAsync("800\n810\n65535\n790\n");

        var result = await Coreg.RunAsync("import", Rr, "--out", Out);

        Assert.Equal(
            new CoregResult(0, $"person A  Person A: 4 intervals in ms, 1.1 min; 1 above 5 s is kept as gaps without a beat, the longest 65.5 s\nwritten   {Out}\n", ""),
            result);
    }

    [Theory]
    [InlineData("../../x")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("a\"b\\c")]
    public async Task A_name_is_a_name_and_never_a_path(string name)
    {
        await WriteAsync("800\n810\n790\n");

        await Coreg.RunAsync("import", Rr, "--name-a", name, "--out", Out);
        var results = _folder["results"];
        var analyzed = await Coreg.RunAsync("analyze", Out, "--out", results);
        var check = await Coreg.RunAsync("check", Out);

        Assert.Equal(0, analyzed.ExitStatus);
        Assert.Contains($"person A   {name}: 3 imported intervals", check.Output, StringComparison.Ordinal);
        Assert.Equal([Out, results, Rr], Directory.GetFileSystemEntries(_folder.Path).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("--offset-a -3: a number of seconds from 0 to 86400 is needed", "--offset-a", "-3")]
    [InlineData("--name-b is of person B, of whom there is no file", "--name-b", "Ben")]
    public async Task A_wrong_option_is_said_in_a_line(string message, params string[] arguments)
    {
        await WriteAsync("800\n");

        Assert.Equal(
            new CoregResult(2, "", $"coreg: {message} ('coreg import --help' shows how)\n"),
            await Coreg.RunAsync(["import", Rr, .. arguments, "--out", Out]));
    }

    [Fact]
    public async Task A_name_that_only_a_further_part_may_have_is_refused()
    {
        await WriteAsync("800\n");
        var part = Path.ChangeExtension(Out, null).Replace(".coreg", ".part2.coreg", StringComparison.Ordinal) + ".jsonl";

        var result = await Coreg.RunAsync("import", Rr, "--out", part);

        Assert.Equal((2, ""), (result.ExitStatus, result.Output));
        Assert.Contains($"it would be taken for a part of '{Out}'. Choose a name without '.part2'.", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(part));
    }

    private Task WriteAsync(string text) => File.WriteAllTextAsync(Rr, text, TestContext.Current.CancellationToken);
}
