using System.Globalization;
using System.Text.Json;
using CoRegulation.Biofeedback.App.Commands;

namespace CoRegulation.Biofeedback.App.Tests.Commands;

public sealed class SynchronyCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coreg-synchrony-").FullName;

    private string Pair => Path.Combine(_folder, "pair.csv");

    public static TheoryData<string> GoldenPairs =>
    [
        "real1_nsr_10min", "real2_nsr_5min", "syn1_delayed_noise", "syn2_hr_coupled",
        "syn3_hr_uncoupled", "syn4_sines", "syn5_random_walks", "syn6_opposed_flat",
    ];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(GoldenPairs))]
    public async Task The_document_is_the_reference_key_by_key(string pair)
    {
        var folder = Path.Combine(RepositoryFolder.Path, "..", "shared", "golden", "synchrony");
        Assert.SkipUnless(Directory.Exists(folder), "The reference values ../shared/golden/synchrony are not beside this repository.");
        using var golden = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "golden.json"), TestContext.Current.CancellationToken));

        var (status, output, error) = await RunAsync(Path.Combine(folder, "inputs", $"{pair}.csv"), "--raw", "--json");

        Assert.Equal((0, ""), (status, error));
        using var document = JsonDocument.Parse(output);
        Same(golden.RootElement.GetProperty(pair), document.RootElement, pair);
    }

    [Fact]
    public async Task The_table_names_every_number_of_the_document()
    {
        await WriteAsync(Table(600));

        var (status, output, error) = await RunAsync(Pair, "--raw");

        Assert.Equal((0, ""), (status, error));
        Assert.StartsWith($"{Pair}: 600 samples, 2.5 min; lags are seconds, positive when b follows a\n", output, StringComparison.Ordinal);
        string[] parts = ["susy_60\n", "  z_lead1  ", "  signed.summary.grandAver  ", "  fft_lf.plv  ", "  NRLINE  ", " (81 values)\n", "Nothing here is tested against chance"];
        Assert.All(parts, part => Assert.Contains(part, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Other_columns_separators_and_starts_do_not_matter()
    {
        await WriteAsync(Table(300));
        var (_, plain, _) = await RunAsync(Pair, "--raw", "--json");

        var moved = Rows(300).Select((row, i) => FormattableString.Invariant($"x;{row.B};{100 + (i / 4.0)};{row.A}"));
        await WriteAsync(string.Join("\r\n", ["# a comment", "", "note;\"b_bpm\";Time_S;A", .. moved]));

        Assert.Equal(plain, (await RunAsync(Pair, "--raw", "--json")).Output);
    }

    [Fact]
    public async Task A_measure_that_needs_more_is_null_and_says_so()
    {
        await WriteAsync(Table(100));

        var (status, output, error) = await RunAsync(Pair, "--raw", "--json");

        using var document = JsonDocument.Parse(output);
        Assert.Equal(0, status);
        Assert.Equal(
            "coreg: note: windowed has no value: it needs 260 samples (65 s), and there are 100\n"
            + "coreg: note: susy_60 has no value: it needs 480 samples (120 s), and there are 100\n"
            + "coreg: note: susy_30 has no value: it needs 240 samples (60 s), and there are 100\n"
            + "coreg: note: peak_picking has no value: it needs 260 samples (65 s), and there are 100\n"
            + "coreg: note: coherence has no value: it needs 256 samples (64 s), and there are 100\n",
            error);
        Assert.Equal(
            "n, whole_session, crqa_1hz, phase_synchrony, concordance",
            string.Join(", ", document.RootElement.EnumerateObject().Where(measure => measure.Value.ValueKind is not JsonValueKind.Null).Select(measure => measure.Name)));
    }

    [Theory]
    [InlineData(24, false)]
    [InlineData(25, true)]
    [InlineData(1, false)]
    public async Task Too_short_for_any_measure_is_said(int samples, bool isEnough)
    {
        await WriteAsync(Table(samples));

        var (status, _, error) = await RunAsync(Pair, "--raw");

        Assert.Equal(isEnough ? 0 : 2, status);
        if (samples is 24)
            Assert.Equal($"coreg: '{Pair}' is too short: 24 samples, where every measure needs 25 or more, and most some minutes.\n", error);
    }

    [Fact]
    public async Task Without_raw_it_tests_whether_the_pair_is_beyond_chance()
    {
        await WriteAsync(Sines(1200, (i, _) => 70 + Wave(i)));

        var (status, output, error) = await RunAsync(Pair, "--json", "--surrogates", "99", "--seed", "5");

        Assert.Equal((0, ""), (status, error));
        using var document = JsonDocument.Parse(output);
        var synchrony = document.RootElement;
        Assert.True(synchrony.GetProperty("beyondChance").GetBoolean());
        Assert.Equal(("phase", 99, 5, false), (synchrony.GetProperty("null").GetString(), synchrony.GetProperty("surrogates").GetInt32(), synchrony.GetProperty("seed").GetInt32(), synchrony.GetProperty("paced").GetBoolean()));
        var band = synchrony.GetProperty(synchrony.GetProperty("band").GetString()!);
        foreach (var key in (string[])["r", "lagS", "lagLowS", "lagHighS"])
            Assert.Equal(band.GetProperty(key).GetDouble(), synchrony.GetProperty(key).GetDouble());
        Assert.Equal(output, (await RunAsync(Pair, "--json", "--surrogates", "99", "--seed", "5")).Output);
        Assert.Contains("Beyond chance: ", (await RunAsync(Pair)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_can_be_said_it_says_why()
    {
        await WriteAsync(Sines(1200, (_, _) => 70));
        var constant = await RunAsync(Pair);
        await WriteAsync(Sines(1200, (_, a) => a));
        var same = await RunAsync(Pair);
        await WriteAsync(Sines(120, (i, _) => 70 + Wave(i)));
        var (_, shortJson, shortNote) = await RunAsync(Pair, "--json");

        Assert.Contains("No verdict: a series does not change", constant.Output, StringComparison.Ordinal);
        Assert.Contains("No verdict: a and b are the same recording", same.Output, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(shortJson);
        Assert.Equal("tooShort", document.RootElement.GetProperty("reason").GetString());
        Assert.Equal(JsonValueKind.Null, document.RootElement.GetProperty("beyondChance").ValueKind);
        Assert.StartsWith("coreg: note: No verdict: less than 150 s with both.", shortNote, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Raw_tests_nothing_and_takes_no_null_model() =>
        Assert.Equal(
            (2, "", "coreg: --raw tests nothing: leave --null out, or --raw ('coreg synchrony --help' shows how)\n"),
            await RunAsync(Pair, "--raw", "--null", "iaaft"));

    [Fact]
    public async Task A_null_model_that_is_too_weak_comes_with_a_warning()
    {
        await WriteAsync(Sines(1200, (i, _) => 70 + Wave(i)));

        var (status, _, error) = await RunAsync(Pair, "--null", "segments", "--surrogates", "19");

        Assert.Equal(0, status);
        Assert.Contains("10 to 14 % of pairs of strangers", error, StringComparison.Ordinal);
    }

    private static double Wave(int i) => (2 * Math.Sin(i / 60.0)) + Math.Sin((i / 37.0) + 1) + (0.3 * Math.Sin(i * i / 300.0)) + Math.Sin(i / 25.0);

    private static string Sines(int samples, Func<int, double, double> b)
    {
        var table = new System.Text.StringBuilder("t_s,a,b\n");
        for (var i = 0; i < samples; i++)
        {
            var a = 65 + Wave(i + 4) + (0.4 * Math.Sin(i * 0.9));
            table.Append(CultureInfo.InvariantCulture, $"{i / 4.0},{a},{b(i, a)}\n");
        }

        return table.ToString();
    }

    [Theory]
    [InlineData("", " has nothing in it. Give a table with the columns t_s (seconds, 4 lines a second), a and b.")]
    [InlineData("t_s,a,b\n", " has column names and no sample in it. Give a table with the columns t_s (seconds, 4 lines a second), a and b.")]
    [InlineData("time,hr\n0,70\n", ", line 1: 'time,hr' does not name the columns t_s (seconds, 4 lines a second), a and b, each once. Name them so in the first line.")]
    [InlineData("t_s,a,b,A\n0,70,71,72\n", ", line 1: 't_s,a,b,A' does not name the columns t_s (seconds, 4 lines a second), a and b, each once. Name them so in the first line.")]
    [InlineData("812\n815\n", ", line 1: '812' does not name the columns t_s (seconds, 4 lines a second), a and b, each once. Name them so in the first line.")]
    [InlineData("{\"coreg\":1}\n", ", line 1: it is a recording of this program, which 'coreg analyze' measures. Here a table with the columns t_s (seconds, 4 lines a second), a and b is needed.")]
    [InlineData("PK\u0003\u0004\0\0", ", line 1: it is no line of text. Give a table in UTF-8 with the columns t_s (seconds, 4 lines a second), a and b.")]
    [InlineData("t_s,a,b\n0,70,71\n1,70,71\n", ", line 3: the first samples are 1 s apart, 1 a second where 4 are needed. Resample both series to one grid of 4 samples a second, without a jump.")]
    [InlineData("t_s,a,b\n0,70,71\n\n0.25,70,71\n0,70,71\n", ", line 5: time goes back, from 0.25 to 0 s. Resample both series to one grid of 4 samples a second, without a jump.")]
    [InlineData("t_s,a,b\n0,70,71\n0.25,70,71\n1,70,71\n", ", line 4: 1 s follows 0.25 s, where the grid from 0 s has 0.5 s. Resample both series to one grid of 4 samples a second, without a jump.")]
    [InlineData("t_s,a,b\n0,70,71\n0.25,70\n", ", line 3: it has not as many fields as the 3 column names. Mend that line in a copy; decimals are written with a point.")]
    [InlineData("t_s,a,b\n0,70,71\n0.25,calm,71\n", ", line 3: 'calm' is not a number. Mend that line in a copy; a missing sample is an empty field.")]
    [InlineData("t_s,a,b\nNaN,70,71\n", ", line 2: 'NaN' is no time in seconds. Mend that line in a copy.")]
    [InlineData("t_s,a,b\n0,70,71\n0.25,,71\n0.5,72,NaN\n0.75,70,71\n1,70,\n", ", line 3: a has no value; the gap lasts from 0.25 to 0.5 s, and 3 of 5 samples are missing in all. Give a stretch without a gap, or fill it first and say so where you report the numbers.")]
    [InlineData("t_s\ta\tb\n0\t70\t71\n0.25\t70.5\t\n", ", line 3: b has no value; the gap lasts from 0.25 to 0.25 s, and 1 of 2 samples are missing in all. Give a stretch without a gap, or fill it first and say so where you report the numbers.")]
    [InlineData("t_s,a,b\n0,70,71\n0.25,70.5,71\n0.5,72,71\n", ", lines 2 to 4: b is 71 on every line, and what never changes moves with nothing. Check that the column is the right one.")]
    public async Task A_file_that_will_not_do_is_a_line_and_status_2(string content, string message)
    {
        await WriteAsync(content);

        Assert.Equal((2, "", $"coreg: '{Pair}'{message}\n"), await RunAsync(Pair, "--raw", "--json"));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_said() =>
        Assert.Equal((2, "", $"coreg: '{Pair}' is not there. Check the name and the folder.\n"), await RunAsync(Pair, "--raw"));

    private static void Same(JsonElement expected, JsonElement actual, string where)
    {
        Assert.Equal((where, expected.ValueKind), (where, actual.ValueKind));
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                Assert.Equal(expected.EnumerateObject().Select(property => property.Name), actual.EnumerateObject().Select(property => property.Name));
                foreach (var property in expected.EnumerateObject())
                    Same(property.Value, actual.GetProperty(property.Name), $"{where}.{property.Name}");
                break;
            case JsonValueKind.Array:
                Assert.Equal((where, expected.GetArrayLength()), (where, actual.GetArrayLength()));
                for (var i = 0; i < expected.GetArrayLength(); i++)
                    Same(expected[i], actual[i], $"{where}[{i}]");
                break;
            case JsonValueKind.Number:
                var (number, got) = (expected.GetDouble(), actual.GetDouble());
                Assert.True(Math.Abs(number - got) <= 1e-9 * Math.Max(1, Math.Abs(number)), $"{where}: expected {number}, was {got}");
                break;
            default:
                Assert.Equal(JsonValueKind.Null, expected.ValueKind);
                break;
        }
    }

    private static IEnumerable<(double A, double B)> Rows(int samples) => Enumerable.Range(0, samples).Select(i => (
        Math.Round(70 + (3 * Math.Sin(i / 6.1)) + (2 * Math.Sin(i * i / 900.0)), 3),
        Math.Round(65 + (2 * Math.Sin((i - 5) / 6.3)) + Math.Sin(i / 2.9), 3)));

    private static string Table(int samples) =>
        string.Join('\n', Rows(samples).Select((row, i) => FormattableString.Invariant($"{i / 4.0},{row.A},{row.B}")).Prepend("t_s,a,b")) + "\n";

    private Task WriteAsync(string content) => File.WriteAllTextAsync(Pair, content, TestContext.Current.CancellationToken);

    private static async Task<(int Status, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" }, new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" });
        var status = await CommandLine.RunAsync(["synchrony", .. arguments], output, error);
        return (status, output.ToString(), error.ToString());
    }
}
