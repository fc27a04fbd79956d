using System.Globalization;
using System.Text;
using System.Text.Json;
using CoRegulation.Biofeedback.Analysis.Beats;
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
        Assert.EndsWith(",corrected_percent,longest_gap_s,contact_percent,warning,missing", Header("hrv.csv"), StringComparison.Ordinal);
        Assert.StartsWith("person,time_s,window_start_s,lf_ms2,hf_ms2,lf_hf,psd_0.0000,psd_0.0039,", Header("hrv_spectrum.csv"), StringComparison.Ordinal);
        Assert.Equal("person,time_s,breaths_per_min,rsa_ms,quality,missing,reserve", Header("breathing.csv"));
        Assert.Equal("time_s,window_start_s,lag_s,r", Header("synchrony.csv"));
        Assert.Equal("time_s,lag_s,r,state", Header("synchrony_peak.csv"));
        Assert.Equal("time_s,distance_bpm,a_baseline_sd,b_baseline_sd,slope_bpm_per_min,state,slope_low,slope_high,a_trend,b_trend,course", Header("convergence.csv"));
        Assert.Equal("person,onset_s,peak_s,amplitude_bpm,time_to_baseline_s,censored,time_constant_s,time_to_half_s,observed_s", Header("episodes.csv"));
        Assert.Equal("by_level_person,by_level_confidence,by_level_reason,by_lag_person,by_lag_confidence,by_lag_reason", Header("anchor.csv"));
        Assert.Equal("time_s,kind,label", Header("markers.csv"));
    }

    [Fact]
    public void One_person_gives_no_file_of_a_pair()
    {
        Export(Scenarios.Solo);

        Assert.Equal(
            ["beats.csv", "breathing.csv", "data_dictionary.csv", "episodes.csv", "heart_rate.csv", "hrv.csv", "hrv_spectrum.csv", "markers.csv", "summary.json"],
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
    public void Inserted_and_merged_beats_keep_the_time_and_never_go_back()
    {
        var (header, _) = SimulatedSessions.Of(Scenarios.Solo, durationS: 10);
        var random = new Random(1);
        var rrMs = Enumerable.Range(0, 300).Select(i => 850 + (40 * Math.Sin(i / 2.0)) + (4 * random.NextDouble())).ToList();
        // One interval that holds two beats, and one that an extra beat splits.
        rrMs[100] += rrMs[101];
        rrMs.RemoveAt(101);
        (rrMs[199], rrMs[200]) = (330, rrMs[199] - 330);
        var timeS = 0.0;
        Fact[] facts = [.. rrMs.Select(Fact (rr) => new RrFact(timeS += rr / 1000, "A", [rr]))];
        SessionExport.Write(SessionAnalysis.Run(header, facts), Out);

        var rows = Rows("beats.csv");

        Assert.Single(rows, row => row[2].Length == 0 && row[3].Length > 0 && row[5] == "missed");
        Assert.Single(rows, row => row[2].Length > 0 && row[3].Length == 0 && row[5] == "extra");
        Assert.Equal(rows.Select(row => Number(row[1])).Order(), rows.Select(row => Number(row[1])));
        Assert.Equal(rrMs.Sum(), rows.Sum(row => row[3].Length > 0 ? Number(row[3]) : 0), 1e-6);
        for (var i = 1; i < rows.Count; i++)
        {
            if (rows[i][3].Length > 0 && rows[i - 1][3].Length > 0)
                Assert.Equal(Number(rows[i][1]) - Number(rows[i - 1][1]), Number(rows[i][3]) / 1000, 3e-6);
        }
    }

    [Fact]
    public void On_a_bad_day_times_never_go_back_and_no_interval_reaches_beyond_the_session()
    {
        var analysis = Export(Scenarios.StrapTrouble);

        foreach (var person in analysis.People)
        {
            Assert.Contains(person.Beats, beat => person.Person.Id == "A" || beat.Flag is not BeatFlag.Ok);
            Assert.Equal(person.Beats.Select(beat => beat.TimeS).Order(), person.Beats.Select(beat => beat.TimeS));
            Assert.True(person.Beats.Sum(beat => beat.NnMs ?? 0) <= 1000 * analysis.DurationS);
        }
    }

    [Fact]
    public void A_window_tells_how_good_it_is()
    {
        Export(Scenarios.StrapTrouble);
        var columns = Header("hrv.csv").Split(',').Index().ToDictionary(column => column.Item, column => column.Index);

        var whole = Rows("hrv.csv").Where(row => row[columns["window_start_s"]] == "0" && row[columns["window_end_s"]] == "360" && row[columns["phase"]].Length == 0).ToArray();

        Assert.Equal(["A", "B"], whole.Select(row => row[0]).Distinct());
        var (a, b) = (whole[0], whole[^1]);
        Assert.Equal("0", a[columns["corrected_percent"]]);
        Assert.InRange(Number(a[columns["longest_gap_s"]]), 5, 60);
        Assert.InRange(Number(b[columns["corrected_percent"]]), 2, 20);
        Assert.InRange(Number(b[columns["contact_percent"]]), 80, 99.9);
        Assert.NotEmpty(b[columns["rmssd"]]);
        Assert.Empty(a[columns["warning"]]);
        Assert.EndsWith("with caution above 2 %", b[columns["warning"]], StringComparison.Ordinal);
    }

    [Fact]
    public void A_strap_that_cannot_tell_contact_leaves_the_column_empty()
    {
        var (header, _) = SimulatedSessions.Of(Scenarios.Solo, durationS: 10);
        Fact[] facts = [.. Enumerable.Range(1, 120).Select(Fact (second) => new NotificationFact(second, "A", [0x10, 60, 0x00, 0x04]))];
        SessionExport.Write(SessionAnalysis.Run(header, facts), Out);
        var column = Array.IndexOf(Header("hrv.csv").Split(','), "contact_percent");

        Assert.All(Rows("hrv.csv"), row => Assert.Empty(row[column]));
    }

    [Fact]
    public void Breathing_and_spectrum_follow_the_session_in_their_windows()
    {
        var analysis = Export(Scenarios.Uncoupled);

        var breathing = Rows("breathing.csv").Where(row => row[0] == "B").ToArray();
        Assert.Equal(analysis.People[1].Breathing.Count, breathing.Length);
        Assert.All(breathing, row => Assert.True(row[2].Length > 0 == (row[4].Length > 0) && row[2].Length > 0 == (row[5].Length == 0)));
        Assert.True(breathing.Count(row => row[2].Length > 0) > breathing.Length / 2);
        var spectra = Rows("hrv_spectrum.csv").Where(row => row[0] == "B").ToArray();
        Assert.InRange(spectra.Length, (600 - 130) / 5, (600 - 115) / 5);
        Assert.All(spectra, row => Assert.Equal(120, Number(row[1]) - Number(row[2])));
        Assert.Contains(spectra, row => row[3].Length > 0 && row[^1].Length > 0);
        // Per Hz and one-sided: the densities of a band make its power.
        var hz = Header("hrv_spectrum.csv").Split(',')[6..].Select(name => Number(name["psd_".Length..])).ToArray();
        var full = spectra.First(row => row[4].Length > 0);
        var hf = hz.Index().Where(bin => bin.Item is >= 0.15 and < 0.40).Sum(bin => Number(full[6 + bin.Index])) * 4 / 1024;
        Assert.InRange(Number(full[4]), 0.95 * hf, 1.05 * hf);
    }

    [Fact]
    public void The_summary_has_the_whole_set_and_says_why_a_measure_is_missing()
    {
        Export(Scenarios.Settling);

        var person = Summary().GetProperty("people")[0];

        Assert.Equal(JsonValueKind.Number, person.GetProperty("breathingPerMin").ValueKind);
        Assert.Equal(JsonValueKind.Number, person.GetProperty("hrv").GetProperty("welch_hf").ValueKind);
        Assert.Equal(JsonValueKind.Null, person.GetProperty("hrv").GetProperty("hti").ValueKind);
        Assert.Contains("needs 1200 s", person.GetProperty("hrvMissing").GetProperty("hti").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            person.GetProperty("hrv").EnumerateObject().Where(metric => metric.Value.ValueKind is JsonValueKind.Null).Select(metric => metric.Name),
            person.GetProperty("hrvMissing").EnumerateObject().Select(metric => metric.Name));
        Assert.InRange(person.GetProperty("correctedPercent").GetDouble(), 0, 2);
        Assert.Equal(0, person.GetProperty("rhythm").GetProperty("notRecoverablePercent").GetDouble());
    }

    [Fact]
    public void Episodes_stand_in_summary_and_table_alike_with_the_reason_why_a_return_is_missing()
    {
        Export(Scenarios.TherapistAnchor);
        var columns = Header("episodes.csv").Split(',');

        var episodes = Summary().GetProperty("dyad").GetProperty("episodes").EnumerateArray().ToArray();

        Assert.NotEmpty(episodes);
        Assert.True(JsonElement.DeepEquals(Summary().GetProperty("dyad").GetProperty("episodes"), Summary().GetProperty("people")[0].GetProperty("episodes")));
        Assert.Equal(columns, episodes[0].EnumerateObject().Select(value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.Name)));
        Assert.All(episodes, episode => Assert.Equal(
            episode.GetProperty("censored").GetBoolean(), episode.GetProperty("timeToBaselineS").ValueKind is JsonValueKind.Null));
        Assert.All(Rows("episodes.csv").Zip(episodes), pair => Assert.Equal(
            pair.First.Select(field => field.Length is 0 ? "null" : field),
            pair.Second.EnumerateObject().Select(value => value.Value.ValueKind is JsonValueKind.String ? value.Value.GetString() : value.Value.GetRawText())));
    }

    [Fact]
    public void One_person_has_episodes_too()
    {
        Export(Scenarios.Solo);

        Assert.Equal(240, Assert.Single(Summary().GetProperty("people")[0].GetProperty("episodes").EnumerateArray()).GetProperty("onsetS").GetDouble(), 10.0);
    }

    [Fact]
    public void The_age_of_a_person_moves_the_bands()
    {
        var (header, facts) = SimulatedSessions.Of(Scenarios.Uncoupled);
        var child = header with { People = [header.People[0] with { BirthYear = header.Started.Year - 4 }, header.People[1]] };

        var (adults, withChild) = (SessionAnalysis.Run(header, facts), SessionAnalysis.Run(child, facts));
        SessionExport.Write(withChild, Out);

        Assert.Equal(4, withChild.People[0].Options.Hrv.AgeYears);
        Assert.True(withChild.People[0].Options.Breathing.FastestPerMin > adults.People[0].Options.Breathing.FastestPerMin);
        Assert.Equal(adults.People[1].Options, withChild.People[1].Options);
        Assert.True(Number(Header("hrv_spectrum.csv").Split(',')[^1]["psd_".Length..]) > 1.04);
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
        Assert.InRange(
            convergence.GetProperty("slopeBpmPerMin").GetDouble(),
            convergence.GetProperty("slopeLow").GetDouble(),
            convergence.GetProperty("slopeHigh").GetDouble());
        Assert.Equal(("nearing", "oneSettlingOneSteady"), (convergence.GetProperty("state").GetString(), convergence.GetProperty("course").GetString()));
        Assert.Equal(["A settling", "B steady"], convergence.GetProperty("people").EnumerateArray().Select(
            person => $"{person.GetProperty("person").GetString()} {person.GetProperty("trend").GetString()}"));
        Assert.Equal(JsonValueKind.Null, convergence.GetProperty("missing").ValueKind);
        Assert.Equal(600, Summary().GetProperty("durationS").GetDouble());
    }

    [Fact]
    public void The_summary_and_a_table_tell_who_stayed_while_the_other_came_back()
    {
        Export(Scenarios.TherapistAnchor);

        var anchor = Summary().GetProperty("dyad").GetProperty("anchor");
        var byLevel = anchor.GetProperty("byLevel");

        Assert.Equal(("B", JsonValueKind.Null), (byLevel.GetProperty("person").GetString(), byLevel.GetProperty("reason").ValueKind));
        Assert.InRange(byLevel.GetProperty("confidence").GetDouble(), 0.5, 1);
        Assert.InRange(anchor.GetProperty("byLag").GetProperty("confidence").GetDouble(), 0, 1);
        Assert.Equal("B", Assert.Single(Rows("anchor.csv"))[0]);
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

    private static double Number(string field) => double.Parse(field, CultureInfo.InvariantCulture);

    private JsonElement Summary() => JsonDocument.Parse(File.ReadAllText(Path.Combine(Out, "summary.json"))).RootElement;

    private List<(string Name, string Content)> Bytes() =>
        [.. Directory.EnumerateFiles(Out).Order(StringComparer.Ordinal).Select(file => (Path.GetFileName(file), Convert.ToHexString(File.ReadAllBytes(file))))];
}
