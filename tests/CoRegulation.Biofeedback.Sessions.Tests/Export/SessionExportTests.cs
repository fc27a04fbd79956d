using System.Globalization;
using System.Text;
using System.Text.Json;
using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sessions.Engine;
using CoRegulation.Biofeedback.Sessions.Export;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Tests.Recording;

namespace CoRegulation.Biofeedback.Sessions.Tests.Export;

public sealed class SessionExportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Out => Path.Combine(_folder.Path, "out");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_pair_gives_all_files_with_the_columns_that_others_rely_on()
    {
        Export(Scenarios.Settling);

        Assert.Equal("person,time_s,rr_ms,nn_ms,segment,flag", Header("beats.csv"));
        Assert.Equal("time_s,a_bpm,b_bpm", Header("heart_rate.csv"));
        Assert.StartsWith("person,window_start_s,window_end_s,phase,meanNN,sdnn,rmssd,", Header("hrv.csv"), StringComparison.Ordinal);
        Assert.EndsWith(",missing", Header("hrv.csv"), StringComparison.Ordinal);
        Assert.Equal("time_s,window_start_s,lag_s,r", Header("synchrony.csv"));
        Assert.Equal("time_s,lag_s,r,state", Header("synchrony_peak.csv"));
        Assert.Equal("time_s,distance_bpm,a_baseline_sd,b_baseline_sd,slope_bpm_per_min,state", Header("convergence.csv"));
        Assert.Equal("time_s,kind,label", Header("markers.csv"));
    }

    [Fact]
    public void One_person_gives_no_file_of_a_pair()
    {
        Export(Scenarios.Solo);

        Assert.Equal(
            ["beats.csv", "data_dictionary.csv", "heart_rate.csv", "hrv.csv", "markers.csv", "summary.json"],
            Directory.EnumerateFiles(Out).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal));
        Assert.Equal(JsonValueKind.Null, Summary().GetProperty("dyad").ValueKind);
    }

    [Fact]
    public void The_dictionary_explains_every_column_of_every_file()
    {
        Export(Scenarios.Settling);

        var explained = Rows("data_dictionary.csv").Select(row => (row[0], row[1])).ToHashSet();

        foreach (var file in Directory.EnumerateFiles(Out, "*.csv").Select(file => Path.GetFileName(file)!).Where(file => file != "data_dictionary.csv"))
            Assert.All(Header(file).Split(','), column => Assert.Contains((file, column), explained));
    }

    [Fact]
    public void Numbers_keep_their_full_precision_and_lines_end_as_RFC_4180_says()
    {
        var analysis = Export(Scenarios.Settling);

        var first = analysis.People[0].Beats[0];

        Assert.Equal(first.TimeS, double.Parse(Rows("beats.csv")[0][1], CultureInfo.InvariantCulture));
        var text = File.ReadAllText(Path.Combine(Out, "beats.csv"), Encoding.UTF8);
        Assert.Equal(text.Count(c => c == '\n'), text.Split("\r\n").Length - 1);
        Assert.NotEqual(0xEF, File.ReadAllBytes(Path.Combine(Out, "beats.csv"))[0]);
    }

    [Fact]
    public void A_missing_value_is_an_empty_field_and_never_NaN()
    {
        Export(Scenarios.StrapTrouble);

        foreach (var file in Directory.EnumerateFiles(Out))
            Assert.DoesNotContain("NaN", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.Contains(Rows("heart_rate.csv"), row => row[1].Length == 0 || row[2].Length == 0);
    }

    [Fact]
    public void Every_interval_that_came_in_has_its_row()
    {
        var (header, facts) = SimulatedSessions.Of(Scenarios.Uncoupled);
        var sent = Simulator.Run(Scenarios.Uncoupled, 1).Truth.People
            .Sum(person => person.Notifications.Where(notification => notification.ArrivalS is not null).Sum(notification => notification.Intervals.Length));
        SessionExport.Write(SessionAnalysis.Run(header, facts), Out);

        Assert.Equal(sent, Rows("beats.csv").Count(row => row[2].Length > 0));
    }

    [Fact]
    public void The_culture_of_the_machine_changes_no_byte()
    {
        Export(Scenarios.Settling);
        var expected = Bytes();
        Directory.Delete(Out, recursive: true);
        var before = CultureInfo.CurrentCulture;
        try
        {
            // Only separators differ: the tests run without the data of real cultures.
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NegativeSign, culture.TextInfo.ListSeparator) = (",", "−", ";");
            CultureInfo.CurrentCulture = culture;
            Export(Scenarios.Settling);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Equal(expected, Bytes());
    }

    [Fact]
    public void Files_that_are_there_are_not_touched_without_force()
    {
        Directory.CreateDirectory(Out);
        File.WriteAllText(Path.Combine(Out, "summary.json"), "mine");

        var error = Assert.Throws<ExportException>(() => Export(Scenarios.Solo));

        Assert.Contains("summary.json", error.Message, StringComparison.Ordinal);
        Assert.Contains("--force", error.Message, StringComparison.Ordinal);
        Assert.Equal(["summary.json"], Directory.EnumerateFiles(Out).Select(Path.GetFileName));
        Assert.Equal("mine", File.ReadAllText(Path.Combine(Out, "summary.json")));
    }

    [Fact]
    public void With_force_they_are_replaced_and_nothing_is_left_beside()
    {
        Export(Scenarios.Solo);
        var (header, facts) = SimulatedSessions.Of(Scenarios.Solo);

        SessionExport.Write(SessionAnalysis.Run(header, facts), Out, force: true);

        Assert.Equal([Out], Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void The_results_are_readable_by_their_owner_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no modes; the folder's own rights apply there.");
            return;
        }

        Export(Scenarios.Solo);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Out));
        foreach (var file in Directory.EnumerateFiles(Out))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public void A_label_with_quotes_commas_and_line_breaks_survives()
    {
        var (header, facts) = SimulatedSessions.Of(Scenarios.Solo, durationS: 30);
        const string Label = "she said \"stop\", then\nsilence";
        SessionExport.Write(SessionAnalysis.Run(header, [new MarkerFact(0.5, Label), .. facts]), Out);

        Assert.Contains("\"she said \"\"stop\"\", then\nsilence\"", File.ReadAllText(Path.Combine(Out, "markers.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_summary_tells_start_end_and_slope_of_a_settling_couple()
    {
        Export(Scenarios.Settling);

        var convergence = Summary().GetProperty("dyad").GetProperty("convergence");

        Assert.True(convergence.GetProperty("startBpm").GetDouble() > convergence.GetProperty("endBpm").GetDouble());
        Assert.True(convergence.GetProperty("slopeBpmPerMin").GetDouble() < 0);
        Assert.Equal(600, Summary().GetProperty("durationS").GetDouble());
    }

    [Fact]
    public void A_strap_that_is_put_on_late_does_not_cost_the_pair_its_correlation()
    {
        var (header, facts) = SimulatedSessions.Of(Scenarios.Uncoupled);
        facts = [.. facts.Where(fact => fact is not NotificationFact { Person: "B", TimeS: < 400 })];
        SessionExport.Write(SessionAnalysis.Run(header, facts), Out);

        Assert.Equal(JsonValueKind.Number, Summary().GetProperty("dyad").GetProperty("synchrony").GetProperty("r").ValueKind);
    }

    [Theory]
    [InlineData("baseline", "phase")]
    [InlineData("first talk", "found")]
    public void A_baseline_says_whether_it_was_a_phase_or_found(string label, string source)
    {
        var (header, facts) = SimulatedSessions.Of(Scenarios.Uncoupled, durationS: 400);
        facts = [new PhaseFact(0, label), .. facts.Where(fact => fact is not PhaseFact), new PhaseFact(400, "interaction")];
        SessionExport.Write(SessionAnalysis.Run(header, [.. facts.OrderBy(fact => fact.TimeS)]), Out);

        var baseline = Summary().GetProperty("people")[0].GetProperty("baseline");

        Assert.Equal(source, baseline.GetProperty("source").GetString());
        Assert.True(source == "phase" || baseline.GetProperty("toS").GetDouble() - baseline.GetProperty("fromS").GetDouble() == 119.75);
        var mean = Simulator.Run(Scenarios.Uncoupled, 1, 400).Truth.People[0].RateBpm.Average();
        Assert.InRange(baseline.GetProperty("heartRateBpm").GetDouble(), mean - 6, mean + 3);
    }

    private SessionAnalysis Export(Scenario scenario)
    {
        var (header, facts) = SimulatedSessions.Of(scenario);
        var analysis = SessionAnalysis.Run(header, facts);
        SessionExport.Write(analysis, Out);
        return analysis;
    }

    private string Header(string file) => File.ReadLines(Path.Combine(Out, file)).First();

    private List<string[]> Rows(string file) => [.. File.ReadLines(Path.Combine(Out, file)).Skip(1).Select(line => line.Split(','))];

    private JsonElement Summary() => JsonDocument.Parse(File.ReadAllText(Path.Combine(Out, "summary.json"))).RootElement;

    private List<(string Name, string Content)> Bytes() =>
        [.. Directory.EnumerateFiles(Out).Order(StringComparer.Ordinal).Select(file => (Path.GetFileName(file), Convert.ToHexString(File.ReadAllBytes(file))))];
}
