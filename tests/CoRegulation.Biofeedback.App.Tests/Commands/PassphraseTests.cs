using CoRegulation.Biofeedback.App.Commands;
using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sessions.Recording;
using CoRegulation.Biofeedback.Sessions.Simulated;

namespace CoRegulation.Biofeedback.App.Tests.Commands;

/// <summary>Commands that read an encrypted recording. There is no terminal here to ask on.</summary>
public sealed class PassphraseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coreg-passphrase-").FullName;

    public PassphraseTests()
    {
        File.WriteAllText(At("right"), "two hearts\nand this line counts for nothing\n");
        File.WriteAllText(At("wrong"), "two heart\n");
        File.WriteAllText(At("empty"), "\n");
        Directory.CreateDirectory(At("recordings"));
        var session = Simulator.Run(Scenarios.Settling, seed: 1, durationS: 200);
        using var recording = SessionRecording.Start(Recording, SimulatedRecording.Header(session, "tests", DateTimeOffset.UnixEpoch), TimeProvider.System, new Passphrase("two hearts"));
        foreach (var fact in SimulatedRecording.Facts(session))
            recording.Append(fact);
    }

    private string Recording => At("recordings/evening.coreg.enc");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("check", "whole, encrypted")]
    [InlineData("analyze", "written")]
    [InlineData("batch", "with 1 recordings")]
    [InlineData("library", "evening.enc")]
    public async Task With_its_passphrase_an_encrypted_recording_is_like_any_other(string command, string said)
    {
        var (status, output, _) = await RunAsync([.. Command(command), "--passphrase-file", At("right")]);

        Assert.Equal(0, status);
        Assert.Contains(said, output, StringComparison.Ordinal);
        Assert.DoesNotContain("not read", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("analyze")]
    [InlineData("replay")]
    public async Task With_a_wrong_passphrase_or_none_it_is_refused_at_once(string command)
    {
        var wrong = await RunAsync([.. Command(command), "--passphrase-file", At("wrong")]);
        var none = await RunAsync(Command(command));

        Assert.Equal((2, "", $"coreg: '{Recording}' is encrypted with another passphrase. Check it, capitals and blanks included.\n"), wrong);
        Assert.Equal((2, "", $"coreg: '{Recording}' is encrypted. Give its passphrase, on a terminal or in a file with --passphrase-file FILE.\n"), none);
    }

    [Theory]
    [InlineData("empty", "the first line of '{0}' is empty: write the passphrase there")]
    [InlineData("none", "'{0}' cannot be read")]
    public async Task A_file_without_a_passphrase_is_named(string file, string reason)
    {
        var (status, _, error) = await RunAsync([.. Command("check"), "--passphrase-file", At(file)]);

        Assert.Equal(2, status);
        Assert.Contains(string.Format(System.Globalization.CultureInfo.InvariantCulture, reason, At(file)), error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_lists_what_it_cannot_open_and_reads_it_once_the_passphrase_is_there()
    {
        var before = await RunAsync(Command("library"));
        var after = await RunAsync([.. Command("library"), "--passphrase-file", At("right")]);
        var later = await RunAsync(Command("library"));

        Assert.DoesNotContain("Ana", before.Output, StringComparison.Ordinal);
        Assert.Contains("Ana, Ben", after.Output, StringComparison.Ordinal);
        Assert.Equal(after, later);
    }

    private string[] Command(string command) => command switch
    {
        "batch" => ["batch", At("recordings"), "--out", At("batch"), "--surrogates", "19"],
        "library" => ["library", "list", "--library", At("recordings")],
        "analyze" => ["analyze", Recording, "--out", At("results"), "--surrogates", "19"],
        "replay" => ["replay", Recording, "--no-browser", "--port", "0"],
        _ => [command, Recording],
    };

    private string At(string name) => Path.Combine(_folder, name);

    private static async Task<(int Status, string Output, string Error)> RunAsync(string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var status = await CommandLine.RunAsync(arguments, output, error);
        return (status, output.ToString(), error.ToString());
    }
}
