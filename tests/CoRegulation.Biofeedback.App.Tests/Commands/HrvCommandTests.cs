using System.Globalization;
using System.Text;
using System.Text.Json;
using CoRegulation.Biofeedback.Analysis.Artefacts;
using CoRegulation.Biofeedback.Analysis.Hrv;
using CoRegulation.Biofeedback.App.Commands;

namespace CoRegulation.Biofeedback.App.Tests.Commands;

public sealed class HrvCommandTests : IDisposable
{
    // Ten seconds to the breath, five minutes, and a beat that was missed at place 200.
    private static readonly double[] BreathingMs =
        [.. Enumerable.Range(0, 330).Select(i => Math.Round((i == 200 ? 1800 : 900) + (50 * Math.Sin(i * 0.55)), 4))];

    private readonly string _folder = Directory.CreateTempSubdirectory("coreg-hrv-").FullName;

    public static TheoryData<string> CorrectionNames =>
        [.. Enum.GetValues<CorrectionMethod>().Select(method => JsonNamingPolicy.KebabCaseLower.ConvertName(method.ToString()))];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task One_file_as_JSON_is_one_document_with_every_measure_or_what_it_needs()
    {
        var (status, output, error) = await RunAsync("hrv", Rr(BreathingMs), "--json");

        Assert.Equal((0, ""), (status, error));
        var document = Json(output);
        Assert.Equal(["file", "beats", "durationS", "correctedPercent", "metrics", "missing"], document.EnumerateObject().Select(item => item.Name).Take(6));
        Assert.Equal(330, document.GetProperty("beats").GetInt32());
        Assert.Equal(BreathingMs.Sum() / 1000, document.GetProperty("durationS").GetDouble(), 9);
        Assert.InRange(document.GetProperty("correctedPercent").GetDouble(), 0.1, 1);
        var keys = document.GetProperty("metrics").EnumerateObject().Concat(document.GetProperty("missing").EnumerateObject()).Select(item => item.Name);
        Assert.Equal(HrvMetrics.All(new()).Select(metric => metric.Key).Order(StringComparer.Ordinal), keys.Order(StringComparer.Ordinal));
        Assert.All(document.GetProperty("missing").EnumerateObject(), item => Assert.StartsWith("needs ", item.Value.GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_bare_arithmetic_of_a_part_agrees_with_the_reference_values_of_real_recordings()
    {
        // Whole recordings are compared end to end.
        var compared = 0;
        foreach (var recording in Json(await File.ReadAllTextAsync(Shared("golden/hrv.json"), TestContext.Current.CancellationToken)).EnumerateObject())
        {
            if (!recording.Name.Contains('#', StringComparison.Ordinal))
                continue;
            var range = string.Join(':', recording.Value.GetProperty("range").GetProperty("value").EnumerateArray());
            var (status, output, error) = await RunAsync("hrv", Shared($"data/rr/{recording.Name.Split('#')[0]}"), "--raw", "--range", range, "--json");

            Assert.Equal((0, ""), (status, error));
            foreach (var metric in Json(output).GetProperty("metrics").EnumerateObject())
            {
                if (!recording.Value.TryGetProperty(metric.Name, out var reference))
                    continue;
                var expected = reference.GetProperty("value").GetDouble();
                var tolerance = reference.GetProperty("tolerance_rel").GetDouble() * Math.Abs(expected);
                Assert.True(Math.Abs(metric.Value.GetDouble() - expected) <= tolerance, $"{recording.Name} {metric}: expected {expected:R}");
                compared++;
            }
        }

        Assert.True(compared > 500, $"only {compared} values were compared");
    }

    [Theory]
    [InlineData("800\n", 1)]
    [InlineData("93421.875\n1\n", 2)]
    [InlineData("800\n800\n800\n800\n", 4)]
    [InlineData("\uFEFF# strap\r\n500.9765625\r\n\r\n296\r\n93421.875\r\n", 3)]
    [InlineData("time,rr_ms\n0,800\n0.9,900\n0.9,910\n", 3)]
    public async Task Raw_takes_every_line_as_it_is(string text, int beats)
    {
        var (status, output, _) = await RunAsync("hrv", Text("rr.txt", text), "--raw", "--json");

        Assert.Equal(0, status);
        Assert.Equal(beats, Json(output).GetProperty("beats").GetInt32());
        Assert.Equal(0, Json(output).GetProperty("correctedPercent").GetDouble());
        Assert.True(Json(output).GetProperty("metrics").TryGetProperty("meanNN", out _));
        Assert.DoesNotContain("NaN", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("800\n")]
    [InlineData("800\n810\n")]
    [InlineData("800\n93421.875\n800\n")]
    [InlineData("200\n5000\n200\n5000\n200\n5000\n210\n4000\n230\n")]
    public async Task What_is_too_short_or_all_artefacts_has_reasons_and_no_number(string text)
    {
        var (status, output, error) = await RunAsync("hrv", Text("rr.txt", text), "--json");
        var (_, words, _) = await RunAsync("hrv", Text("rr.txt", text));

        Assert.Equal((0, ""), (status, error));
        Assert.Empty(Json(output).GetProperty("metrics").EnumerateObject());
        Assert.DoesNotContain("NaN", output + words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_counts_from_the_first_closing_beat_and_the_end_is_open()
    {
        var file = Rr([900, .. Enumerable.Repeat(1000.0, 99)]);

        var (_, time, _) = await RunAsync("hrv", file, "--raw", "--json", "--from", "0", "--to", "10");
        var (_, places, _) = await RunAsync("hrv", file, "--raw", "--json", "--range", "0:10");
        var (_, later, _) = await RunAsync("hrv", file, "--raw", "--json", "--from", "1");

        Assert.Equal(places, time);
        Assert.Equal((10, 9.9), (Json(time).GetProperty("beats").GetInt32(), Json(time).GetProperty("durationS").GetDouble()));
        Assert.Equal(99, Json(later).GetProperty("beats").GetInt32());
    }

    [Fact]
    public async Task Several_files_make_a_row_each_and_a_wrong_one_keeps_none_of_the_others_back()
    {
        var (long_, short_, wrong) = (Rr(BreathingMs), Text("short.txt", "800\n810\n"), Text("wrong.txt", "calm\n"));

        var (status, output, error) = await RunAsync("hrv", long_, wrong, short_);
        var (jsonStatus, json, _) = await RunAsync("hrv", long_, wrong, short_, "--json");

        Assert.Equal((2, 2), (status, jsonStatus));
        Assert.StartsWith($"coreg: '{wrong}', line 1: 'calm' is neither an interval", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd('\n').Split('\n'));
        var rows = output.TrimEnd().Split("\r\n");
        Assert.Equal($"file,beats,duration_s,corrected_percent,{string.Join(',', HrvMetrics.All(new()).Select(metric => metric.Key))},missing", rows[0]);
        Assert.StartsWith($"{long_},330,", rows[1], StringComparison.Ordinal);
        Assert.StartsWith($"{short_},2,1.61,0,,,", rows[2], StringComparison.Ordinal);
        Assert.Contains("meanNN rmssd", rows[2], StringComparison.Ordinal);
        Assert.Equal(3, rows.Length);
        Assert.Equal([330, 2], json.TrimEnd('\n').Split('\n').Select(line => Json(line).GetProperty("beats").GetInt32()));
    }

    [Fact]
    public async Task The_table_of_beats_keeps_the_time_and_is_only_its_owners()
    {
        var (file, beats) = (Rr(BreathingMs), Path.Combine(_folder, "beats.csv"));

        var (status, _, error) = await RunAsync("hrv", file, "--beats", beats);
        var (refused, _, refusal) = await RunAsync("hrv", file, "--beats", beats);
        var (forced, _, _) = await RunAsync("hrv", file, "--beats", beats, "--force", "--range", "0:100");

        Assert.Equal((0, "", 2, 0), (status, error, refused, forced));
        Assert.Equal($"coreg: '{beats}' exists and is not overwritten: choose another name, or replace it with --force.\n", refusal);
        var rows = await File.ReadAllLinesAsync(beats, TestContext.Current.CancellationToken);
        Assert.Equal("person,time_s,rr_ms,nn_ms,segment,flag", rows[0]);
        Assert.StartsWith("A,0,900,900,0,ok", rows[1], StringComparison.Ordinal);
        Assert.Equal(101, rows.Length);
        Assert.Equal(BreathingMs[..100].Sum(), rows.Skip(1).Sum(row => double.Parse(row.Split(',')[3], CultureInfo.InvariantCulture)), 6);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(beats));
    }

    [Fact]
    public async Task Seconds_are_recognised_and_said()
    {
        var (_, ms, silent) = await RunAsync("hrv", Rr(BreathingMs), "--raw", "--json");
        var seconds = Text("s.txt", string.Join('\n', BreathingMs.Select(ms => (ms / 1000).ToString("R", CultureInfo.InvariantCulture))));
        var (status, s, said) = await RunAsync("hrv", seconds, "--raw", "--json");

        Assert.Equal((0, "", $"coreg: note: '{seconds}' is in seconds; they are taken as ms\n"), (status, silent, said));
        Assert.Equal(Json(ms).GetProperty("metrics").ToString(), Json(s).GetProperty("metrics").ToString());
    }

    [Theory]
    [InlineData("", "has no RR intervals in it. Choose a file with one interval in ms on each line.")]
    [InlineData("800\nNaN\n", "line 2: 'NaN' is not an interval. ")]
    [InlineData("800\n-5\n", "line 2: an interval of -5 cannot be")]
    [InlineData("800\n0\n", "line 2: an interval of 0 cannot be")]
    [InlineData("time,rr\n1,800\n0.5,800\n", "line 3: its time 0.5 is before the 1 of the row above")]
    [InlineData("{\"coreg\":1,\"program\":\"x\"}\n", "is a recording of this program, for which there is 'coreg analyze'")]
    [InlineData("{\"a\":1}", "is JSON.")]
    [InlineData("\u0089PNG\r\n", "is a picture.")]
    [InlineData("800\0", "is no text.")]
    public async Task Wrong_input_is_one_sentence_and_status_2(string text, string sentence)
    {
        var file = Path.Combine(_folder, "rr.txt");
        await File.WriteAllBytesAsync(file, Encoding.Latin1.GetBytes(text), TestContext.Current.CancellationToken);

        var (status, output, error) = await RunAsync("hrv", file, "--json", "--raw");

        Assert.Equal((2, ""), (status, output));
        Assert.Contains(sentence, error, StringComparison.Ordinal);
        Assert.StartsWith($"coreg: '{file}'", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData("--range says which intervals by place, --from and --to by time: give one of the two", "--range", "0:10", "--from", "3")]
    [InlineData("--range 9:3: two places like 0:300 are needed, the second above the first", "--range", "9:3")]
    [InlineData("--range -1:3: two places like 0:300 are needed, the second above the first", "--range", "-1:3")]
    [InlineData("--from 5 --to 5: the end must be after the start", "--from", "5", "--to", "5")]
    [InlineData("--from NaN: a number of seconds from 0 is needed", "--from", "NaN")]
    [InlineData("--raw corrects nothing, --correction default does: give one of the two", "--raw", "--correction", "default")]
    [InlineData("--sex is for reference values, which go by age: give --age, too", "--sex", "male")]
    [InlineData("--sex x: female or male is needed", "--sex", "x", "--age", "30")]
    [InlineData("--age -1: a number of years from 0 to 120 is needed", "--age", "-1")]
    [InlineData("--beats takes the beats of one file, not of 2", "--beats", "beats.csv", "rr.txt")]
    public async Task A_wrong_command_line_is_one_sentence_and_status_2(string sentence, params string[] arguments) =>
        Assert.Equal((2, "", $"coreg: {sentence} ('coreg hrv --help' shows how)\n"), await RunAsync(["hrv", Rr(BreathingMs), .. arguments]));

    [Theory]
    [InlineData(" has 330 intervals: the range 0:331 is not within them.", "--range", "0:331")]
    [InlineData(" has no interval that ends at 9999 s or later: its last one ends at ", "--from", "9999")]
    [InlineData(" has no interval that ends from 0.1 s to before 0.2 s: the next one ends at ", "--from", "0.1", "--to", "0.2")]
    public async Task A_part_that_is_not_there_is_said(string sentence, params string[] arguments)
    {
        var (status, output, error) = await RunAsync(["hrv", Rr(BreathingMs), .. arguments, "--json"]);

        Assert.Equal((2, ""), (status, output));
        Assert.Contains(sentence, error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(CorrectionNames))]
    public async Task Every_method_of_correction_can_be_asked_for_and_is_told(string name)
    {
        var (status, output, _) = await RunAsync("hrv", Rr(BreathingMs), "--correction", name, "--json");

        Assert.Equal((0, name), (status, Json(output).GetProperty("correction").GetString()));
    }

    [Fact]
    public async Task People_read_value_unit_and_meaning()
    {
        var (status, output, _) = await RunAsync("hrv", Rr(BreathingMs), "--raw");

        Assert.Equal(0, status);
        Assert.Contains("\n\ntime domain\n", output, StringComparison.Ordinal);
        Assert.Matches(@"\n  rmssd +\d+\.?\d* +ms +root mean square of successive differences\n", output);
        Assert.EndsWith("Not a medical device.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Age_and_sex_give_reference_values_as_context_and_children_their_bands()
    {
        var file = Rr(BreathingMs);
        var (_, adult, _) = await RunAsync("hrv", file, "--raw", "--json");
        var (status, woman, _) = await RunAsync("hrv", file, "--raw", "--json", "--age", "34", "--sex", "female");
        var (_, child, _) = await RunAsync("hrv", file, "--raw", "--json", "--age", "7");
        var (_, words, _) = await RunAsync("hrv", file, "--raw", "--age", "34", "--sex", "female");

        Assert.Equal(0, status);
        var norm = Json(woman).GetProperty("norms").GetProperty("rmssd");
        Assert.True(norm.GetProperty("low").GetDouble() < norm.GetProperty("high").GetDouble());
        Assert.StartsWith("Voss et al. 2015", norm.GetProperty("source").GetString(), StringComparison.Ordinal);
        Assert.Equal(Json(adult).GetProperty("metrics").ToString(), Json(woman).GetProperty("metrics").ToString());
        Assert.False(Json(adult).TryGetProperty("norms", out _));
        Assert.NotEqual(Power(adult), Power(child));
        Assert.Contains("\nreference values, age 34, female (context, not a verdict)\n  meanNN: ", words, StringComparison.Ordinal);

        static double Power(string json) => Json(json).GetProperty("metrics").GetProperty("welch300_hf").GetDouble();
    }

    [Fact]
    public async Task Values_to_be_taken_with_caution_are_marked_and_the_reason_is_said()
    {
        // Every 40th beat is missed: 2.5 % of the rows are mended.
        var file = Rr([.. Enumerable.Range(0, 400).Select(i => BreathingMs[i % 100] * (i % 40 == 20 ? 2 : 1))]);

        var (_, json, _) = await RunAsync("hrv", file, "--json");
        var (_, words, _) = await RunAsync("hrv", file);

        Assert.InRange(Json(json).GetProperty("correctedPercent").GetDouble(), 2.0, 5.0);
        Assert.True(Json(json).GetProperty("cautions").TryGetProperty("welch300_hf", out var caution));
        Assert.False(Json(json).GetProperty("cautions").TryGetProperty("rmssd", out _));
        Assert.Contains($"\n(*) {caution.GetString()}\n", words, StringComparison.Ordinal);
        Assert.Matches(@"\n  welch300_hf .* \(\*\)\n", words);
    }

    private string Rr(double[] rrMs) =>
        Text("long.txt", string.Concat(rrMs.Select(ms => string.Create(CultureInfo.InvariantCulture, $"{ms:R}\n"))));

    [Fact]
    public async Task Where_no_sinus_rhythm_can_be_recovered_it_is_said()
    {
        var random = new Random(3);
        var file = Text("irregular.txt", string.Join('\n', Enumerable.Range(0, 400).Select(_ => random.Next(420, 1150))));

        var (_, text, _) = await RunAsync("hrv", file);
        var (_, json, _) = await RunAsync("hrv", file, "--json");

        Assert.Contains("no sinus rhythm can be recovered in ", text, StringComparison.Ordinal);
        var rhythm = Json(json).GetProperty("rhythm");
        Assert.InRange(rhythm.GetProperty("notRecoverablePercent").GetDouble(), 80, 100);
        Assert.StartsWith("no sinus rhythm", rhythm.GetProperty("warning").GetString(), StringComparison.Ordinal);
    }

    private string Text(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    private static string Shared(string path)
    {
        var found = Path.Combine(RepositoryFolder.Path, "..", "shared", path);
        Assert.SkipUnless(Path.Exists(found), $"The reference values ../shared/{path} are not beside this repository.");
        return found;
    }

    private static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    private static async Task<(int Status, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var status = await CommandLine.RunAsync(arguments, output, error);
        return (status, output.ToString(), error.ToString());
    }
}
