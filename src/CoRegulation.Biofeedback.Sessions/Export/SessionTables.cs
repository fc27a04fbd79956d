using System.Globalization;
using System.Text.Json;
using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Analysis.Convergence;
using CoRegulation.Biofeedback.Analysis.Hrv;
using CoRegulation.Biofeedback.Analysis.Synchrony;
using CoRegulation.Biofeedback.Sessions.Engine;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Snapshots;

namespace CoRegulation.Biofeedback.Sessions.Export;

/// <summary>The tables of a session: their files, columns and meanings. The names are a contract with whoever reads them.</summary>
internal static class SessionTables
{
    /// <summary>All tables; those of the pair only where there is one.</summary>
    public static IReadOnlyList<CsvTable> Of(SessionAnalysis analysis, HrvRows hrv)
    {
        var tables = new List<CsvTable> { Beats(analysis), HeartRate(analysis), Hrv(hrv) };
        if (analysis.Dyad is { } dyad)
            tables.AddRange([Synchrony(dyad), SynchronyPeaks(dyad), Convergence(dyad)]);
        tables.Add(Markers(analysis));
        return tables;
    }

    /// <summary>The data dictionary: every column of the other tables.</summary>
    public static CsvTable Dictionary(IReadOnlyList<CsvTable> tables) => new CsvTableOf<(string File, (string Name, string Unit, string Meaning) Column)>(
        "data_dictionary.csv",
        tables.SelectMany(table => table.Dictionary.Select(column => (table.File, column))),
        [
            new("file", "", "", row => row.File),
            new("column", "", "", row => row.Column.Name),
            new("unit", "", "", row => row.Column.Unit),
            new("meaning", "", "", row => row.Column.Meaning),
        ]);

    private static CsvTableOf<(string Person, Beat Beat)> Beats(SessionAnalysis analysis) =>
        Beats(analysis.People.SelectMany(person => person.Beats.Select(beat => (person.Person.Id, beat))));

    /// <summary>The rows of the beats, person by person.</summary>
    public static CsvTableOf<(string Person, Beat Beat)> Beats(IEnumerable<(string Person, Beat Beat)> beats) => new(
        "beats.csv",
        beats,
        [
            new("person", "", "A or B", row => row.Person),
            new("time_s", "s", "time of the beat that closes the interval, on the clock that both people share; the strap's own constant latency is not known and is in it", row => row.Beat.TimeS),
            new("rr_ms", "ms", "interval as the strap sent it; empty for an inserted beat", row => row.Beat.RrMs),
            new("nn_ms", "ms", "interval after artefact correction; empty where none can be trusted", row => row.Beat.NnMs),
            new("segment", "", "number of the stretch without a missing beat, from 0; between two segments beats are missing", row => row.Beat.Segment),
            new("flag", "", "ok, ectopic, long, short, missed, extra, gap, irregular or crowded", row => CamelCase(row.Beat.Flag)),
        ]);

    private static CsvTableOf<int> HeartRate(SessionAnalysis analysis)
    {
        var columns = analysis.People.Select(person => person.HeartRateBpm).ToArray();
        double? At(int person, int index) => person < columns.Length && index < columns[person].Count ? columns[person][index] : null;
        return new(
            "heart_rate.csv",
            Enumerable.Range(0, columns.Max(column => column.Count)),
            [
                new("time_s", "s", "seconds since the session's start", index => index / (double)Snapshot.PerSecond),
                new("a_bpm", "bpm", "heart rate of A: 60000/NN at each beat, linear between beats; empty in a gap", index => At(0, index)),
                new("b_bpm", "bpm", "the same of B", index => At(1, index)),
            ]);
    }

    private static CsvTableOf<(string Person, HrvRow Row)> Hrv(HrvRows hrv) => new(
        "hrv.csv",
        hrv.All(),
        [
            new("person", "", "A or B", row => row.Person),
            new("window_start_s", "s", "start of the window; beats that close after it count", row => row.Row.StartS),
            new("window_end_s", "s", "end of the window; beats that close up to it count", row => row.Row.EndS),
            new("phase", "", "phase that holds all of the window; empty when there is none", row => hrv.PhaseOf(row.Row)),
            .. hrv.Metrics.Select((metric, i) => new CsvColumn<(string Person, HrvRow Row)>(metric.Key, metric.Unit, metric.Meaning, row => row.Row.Values[i].Value)),
            new("missing", "", "why values are missing", row => hrv.Missing(row.Row)),
        ]);

    private static CsvTableOf<(SynchronyWindow Window, int Place)> Synchrony(DyadResult dyad) => new(
        "synchrony.csv",
        dyad.Windows.SelectMany(window => Enumerable.Range(0, window.R.Length).Select(place => (window, place))),
        [
            new("time_s", "s", "end of the window", row => row.Window.EndS),
            new("window_start_s", "s", "start of the window; the follower's samples are taken up to one lag later", row => row.Window.StartS),
            new("lag_s", "s", "lag; positive: B follows A", row => row.Window.LagS(row.Place)),
            new("r", "", "Pearson correlation of the two stretches; empty where a sample is missing or a stretch is constant", row => row.Window.R.Span[row.Place]),
        ]);

    private static CsvTableOf<SynchronyPeak> SynchronyPeaks(DyadResult dyad) => new(
        "synchrony_peak.csv",
        dyad.Peaks,
        [
            new("time_s", "s", "end of the newest window", peak => peak.TimeS),
            new("lag_s", "s", "lag of the peak; positive: B follows A", peak => peak.LagS),
            new("r", "", "tanh of the highest mean Fisher z over the windows that end within the last 120 s", peak => peak.R),
            new("state", "", "valid, or why there is no value", peak => CamelCase(peak.State)),
        ]);

    private static CsvTableOf<ConvergenceRow> Convergence(DyadResult dyad) => new(
        "convergence.csv",
        dyad.Convergence,
        [
            new("time_s", "s", "seconds since the session's start", row => row.TimeS),
            new("distance_bpm", "bpm", "|A - B| of the smoothed heart rates", row => row.DistanceBpm),
            new("a_baseline_sd", "", "A's smoothed heart rate above A's own baseline as known by then, in units of its spread", row => row.ABaselineSd),
            new("b_baseline_sd", "", "the same of B", row => row.BBaselineSd),
            new("slope_bpm_per_min", "bpm/min", "slope of the distance over the last 120 s; negative: nearing", row => row.SlopeBpmPerMin),
            new("state", "", "nearing, steady or parting; empty while there is no slope", row => row.State is { } state ? CamelCase(state) : null),
        ]);

    private static CsvTableOf<Fact> Markers(SessionAnalysis analysis) => new(
        "markers.csv",
        analysis.Events,
        [
            new("time_s", "s", "seconds since the session's start", fact => fact.TimeS),
            new("kind", "", "phase, marker, note or pacer", FactKind.Of),
            new("label", "", "its text; of a pacer the breaths per minute, or off", Label),
        ]);

    private static string Label(Fact fact) => fact switch
    {
        PhaseFact phase => phase.Label,
        MarkerFact marker => marker.Label,
        NoteFact note => note.Text,
        PacerFact pacer => pacer.PerMin?.ToString(CultureInfo.InvariantCulture) ?? "off",
        _ => "",
    };

    private static string CamelCase<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
