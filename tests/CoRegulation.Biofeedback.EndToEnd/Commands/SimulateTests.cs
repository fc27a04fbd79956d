namespace CoRegulation.Biofeedback.EndToEnd.Commands;

public sealed class SimulateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_simulated_recording_is_whole_says_that_it_is_simulated_and_comes_with_its_truth()
    {
        var (recording, truth) = (_folder["x.coreg.jsonl"], _folder["x.truth.json"]);

        var made = await Coreg.RunAsync("simulate", "--scenario", "solo", "--duration", "60", "--seed", "7", "--out", recording, "--truth", truth);
        var check = await Coreg.RunAsync("check", recording);

        Assert.Equal(new CoregResult(0, $"written  {recording}: One person at rest, simulated\nwritten  {truth}: the truth about it\n", ""), made);
        Assert.StartsWith($"recording  {recording}: whole\ntitle      One person at rest\n", check.Output, StringComparison.Ordinal);
        Assert.Contains(", simulated, written by coreg 0.1.0\nlength     0:01:00 in 1 file\n", check.Output, StringComparison.Ordinal);
        Assert.StartsWith(
            """{"origin":"simulated","scenario":"solo","seed":7,"durationS":60""",
            await File.ReadAllTextAsync(truth, TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--scenario dance: no such scenario; there are settling, parent-child, therapist-anchor, uncoupled, solo, strap-trouble, paced, study", "--scenario", "dance")]
    [InlineData("--seed one: a whole number is needed", "--seed", "one")]
    [InlineData("--duration 0: a number of seconds from 1 to 86400 is needed", "--duration", "0")]
    [InlineData("--duration 2,5: a number of seconds from 1 to 86400 is needed", "--duration", "2,5")]
    public async Task What_cannot_be_simulated_is_said_in_a_line(string message, params string[] arguments) =>
        Assert.Equal(
            new CoregResult(2, "", $"coreg: {message} ('coreg simulate --help' shows how)\n"),
            await Coreg.RunAsync(["simulate", .. arguments, "--out", _folder["x.coreg.jsonl"]]));

    [Fact]
    public async Task A_name_that_only_a_further_part_may_have_is_refused()
    {
        var part = _folder["x.part2.coreg.jsonl"];

        var result = await Coreg.RunAsync("simulate", "--duration", "10", "--out", part);

        Assert.Equal(
            new CoregResult(2, "", $"coreg: '{part}' is no name for a recording: it would be taken for a part of '{_folder["x.coreg.jsonl"]}'. Choose a name without '.part2'.\n"),
            result);
        Assert.False(File.Exists(part));
    }

    [Fact]
    public async Task A_file_that_is_there_is_not_overwritten()
    {
        var (recording, truth) = (_folder["x.coreg.jsonl"], _folder["x.truth.json"]);
        await File.WriteAllTextAsync(truth, "mine", TestContext.Current.CancellationToken);

        var result = await Coreg.RunAsync("simulate", "--out", recording, "--truth", truth);

        Assert.Equal(new CoregResult(2, "", $"coreg: '{truth}' exists and is not overwritten. Choose another name.\n"), result);
        Assert.Equal("mine", await File.ReadAllTextAsync(truth, TestContext.Current.CancellationToken));
        Assert.False(File.Exists(recording));
    }
}
