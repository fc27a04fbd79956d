using System.Text.Json;

namespace CoRegulation.Biofeedback.EndToEnd.Commands;

/// <summary>The whole chain on real hearts: import, look through, replay in the window, analyse.</summary>
public class RealHeartsTests
{
    [Theory(Timeout = 5 * Patience.Ms)]
    [InlineData("rest_supine_15min.txt", "pyhrv_long_60min.txt", true)]
    [InlineData("polar_h10_pvc_10min.txt", "chf2db_chf207_3h.txt", false)] // two of three beats ectopic, gaps of up to 99 s: no number
    public async Task Two_files_of_RR_intervals_go_all_the_way(string a, string b, bool areTrusted)
    {
        var (fileA, fileB) = (Repository.Shared("data", "rr", a), Repository.Shared("data", "rr", b));
        using var folder = new TemporaryFolder();
        var (recording, results) = (folder["pair.coreg.jsonl"], folder["results"]);

        var imported = await Coreg.RunAsync("import", fileA, fileB, "--name-a", "Ana", "--name-b", "Ben", "--out", recording);
        var check = await Coreg.RunAsync("check", recording);
        var (coreg, url) = await Coreg.StartWindowAsync("replay", recording, "--speed", "max");
        await using var _ = coreg;
        var shown = await LastSnapshotAsync(url, TestContext.Current.CancellationToken);
        var analyzed = await Coreg.RunAsync("analyze", recording, "--out", results, "--json");

        Assert.Equal((0, 0, 0), (imported.ExitStatus, check.ExitStatus, analyzed.ExitStatus));
        Assert.Contains(": whole\n", check.Output, StringComparison.Ordinal);
        Assert.Contains(", imported, written by", check.Output, StringComparison.Ordinal);
        Assert.Equal("imported", shown.GetProperty("origin").GetString());
        using var summary = JsonDocument.Parse(analyzed.Output);
        Assert.Equal(
            [Intervals(fileA), Intervals(fileB)],
            summary.RootElement.GetProperty("people").EnumerateArray().Select(person => person.GetProperty("beats").GetInt32()));
        var r = summary.RootElement.GetProperty("dyad").GetProperty("synchrony").GetProperty("r");
        Assert.Equal(areTrusted, r.ValueKind is JsonValueKind.Number && Math.Abs(r.GetDouble()) <= 1);
    }

    // Intervals above 5 s are times without a beat.
    private static int Intervals(string path) =>
        File.ReadLines(path).Count(line => line.Length > 0 && double.Parse(line, System.Globalization.CultureInfo.InvariantCulture) <= 5000);

    private static async Task<JsonElement> LastSnapshotAsync(Uri url, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        using var reader = new StreamReader(await http.GetStreamAsync(new Uri(url, "api/live/stream"), cancellationToken));
        JsonElement last = default;
        // The end is told before the last snapshot to whom comes late, and after it to whom was there.
        for (var hasEnded = false; !hasEnded || last.ValueKind is JsonValueKind.Undefined;)
        {
            var line = await reader.ReadLineAsync(cancellationToken);
            Assert.NotNull(line);
            if (!line.StartsWith("data: ", StringComparison.Ordinal))
                continue;
            using var data = JsonDocument.Parse(line["data: ".Length..]);
            if (data.RootElement.TryGetProperty("people", out var _))
                last = data.RootElement.Clone();
            else if (data.RootElement.TryGetProperty("ended", out var ended))
                hasEnded = ended.GetBoolean();
        }

        return last;
    }
}
