using System.Globalization;
using System.Text.Json;
using CoRegulation.Biofeedback.Analysis.Anchors;
using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Analysis.Breathing;
using CoRegulation.Biofeedback.Analysis.Convergence;
using CoRegulation.Biofeedback.Analysis.Hrv;
using CoRegulation.Biofeedback.Analysis.Hrv.Spectra;
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
        var tables = new List<CsvTable> { Beats(analysis), HeartRate(analysis), Hrv(hrv), HrvSpectrum(new SpectrumRows(analysis)), Breathing(analysis) };
        if (analysis.Dyad is { } dyad)
            tables.AddRange([Synchrony(dyad), SynchronyPeaks(dyad), Convergence(dyad), Anchor(dyad)]);
        tables.Add(EpisodeTable.Of(analysis));
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

    private static CsvTableOf<(PersonResult Person, HrvRow Row)> Hrv(HrvRows hrv) => new(
        "hrv.csv",
        hrv.All(),
        [
            new("person", "", "A or B", row => row.Person.Person.Id),
            new("window_start_s", "s", "start of the window; beats that close after it count", row => row.Row.StartS),
            new("window_end_s", "s", "end of the window; beats that close up to it count", row => row.Row.EndS),
            new("phase", "", "phase that holds all of the window; empty when there is none", row => hrv.PhaseOf(row.Row)),
            .. hrv.Metrics.Select((metric, i) => new CsvColumn<(PersonResult Person, HrvRow Row)>(metric.Key, metric.Unit, metric.Meaning, row => row.Row.Values[i].Value)),
            new("corrected_percent", "percent", "share of beats in the window whose interval is not as it came in; empty without beats", row => CorrectedPercent(row.Row.Quality)),
            new("longest_gap_s", "s", "longest time without a normal interval between two of them; a window may begin or end in another gap", row => row.Row.Quality.LongestGapS),
            new("contact_percent", "percent", "share of the window in which the strap reported that it touches the skin; empty for a strap that does not tell", row => row.Person.Contact.Percent(row.Row.StartS, row.Row.EndS)),
            new("warning", "", "more than 2 % of the beats are corrected: caution with spectra and the like; empty otherwise", row => hrv.Warning(row.Row)),
            new("missing", "", "why values are missing", row => hrv.Missing(row.Row)),
        ]);

    /// <summary>Share of corrected beats, percent; NaN when there are none at all.</summary>
    public static double CorrectedPercent(in NnQuality quality) =>
        quality is { Intervals: 0, CorrectedShare: 0 } ? double.NaN : 100 * quality.CorrectedShare;

    private static CsvTableOf<(string Person, SpectrumColumn Spectrum)> HrvSpectrum(SpectrumRows spectra) => new(
        "hrv_spectrum.csv",
        spectra.All(),
        [
            new("person", "", "A or B", row => row.Person),
            new("time_s", "s", "end of the window; it tells most about its middle", row => row.Spectrum.EndS),
            new("window_start_s", "s", "start of the window", row => row.Spectrum.StartS),
            new("lf_ms2", "ms²", "power of low frequency; empty here and below where the window has a gap", row => row.Spectrum.LfMs2),
            new("hf_ms2", "ms²", "power of high frequency, for the person's age where it is known", row => row.Spectrum.HfMs2),
            new("lf_hf", "", "LF / HF", row => row.Spectrum.LfHf),
            .. spectra.FrequenciesHz.Select((hz, bin) => new CsvColumn<(string Person, SpectrumColumn Spectrum)>(
                string.Create(CultureInfo.InvariantCulture, $"psd_{hz:0.0000}"), "ms²/Hz", string.Create(CultureInfo.InvariantCulture, $"power spectral density at {hz} Hz"), row => row.Spectrum.DensityMs2PerHz[bin])),
        ]);

    private static CsvTableOf<(string Person, double TimeS, BreathingEstimate Estimate)> Breathing(SessionAnalysis analysis) => new(
        "breathing.csv",
        analysis.People.SelectMany(person => person.Breathing.Select(row => (person.Person.Id, row.TimeS, row.Estimate))),
        [
            new("person", "", "A or B", row => row.Person),
            new("time_s", "s", "end of the window of 60 s", row => row.TimeS),
            new("breaths_per_min", "1/min", "breaths a minute, read from the beats", row => row.Estimate.RatePerMin),
            new("rsa_ms", "ms", "respiratory sinus arrhythmia: longest less shortest interval of a breath, mean over the breaths", row => row.Estimate.RsaMs),
            new("quality", "", "from 0 to 1: how even and clear the wave is; below 0.5 it wants a second look; empty without a reading", row => row.Estimate.IsRead ? row.Estimate.Quality : null),
            new("missing", "", "why there is no reading: tooShort, gap, tooManyCorrected, tooFast, tooShallow or tooIrregular", row => row.Estimate.IsRead ? null : CamelCase(row.Estimate.Doubt)),
            new("reserve", "", "slowWave: a reading so slow that it may be the rhythm of blood pressure at 0.1 Hz and not breathing", row => row.Estimate is { IsRead: true, Doubt: not BreathingDoubt.None } ? CamelCase(row.Estimate.Doubt) : null),
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
            new("slope_bpm_per_min", "bpm/min", "slope of the distance over the last 240 s; negative: nearing", row => row.SlopeBpmPerMin),
            new("state", "", "nearing or parting while the slope's interval excludes 0 and the change is 3 bpm or more, else steady; empty while that cannot be told", row => row.State is { } state ? CamelCase(state) : null),
            new("slope_low", "bpm/min", "lower limit of the slope's 95 % interval", row => row.Slope.LowBpmPerMin),
            new("slope_high", "bpm/min", "upper limit of it", row => row.Slope.HighBpmPerMin),
            new("a_trend", "", "what A's heart rate does by itself over the same time: settling (it falls), steady or rising", row => row.ATrend is { } trend ? CamelCase(trend) : null),
            new("b_trend", "", "the same of B", row => row.BTrend is { } trend ? CamelCase(trend) : null),
            new("course", "", "both in one word: bothSettling, oneSettlingOneSteady, bothRising, oneRisingOneSteady, oneSettlingOneRising or bothSteady", row => row.Course is { } course ? CamelCase(course) : null),
        ]);

    private static CsvTableOf<AnchorResult> Anchor(DyadResult dyad) => new(
        "anchor.csv",
        [dyad.Anchor],
        [
            new("by_level_person", "", "who stayed near the own baseline while the other was up and came back: A or B; empty for nobody", anchor => anchor.ByLevel.Person?.ToString()),
            new("by_level_confidence", "", "share of sessions made of minutes of this one that give the same answer, 0 to 1; 0 where the question could not be asked", anchor => anchor.ByLevel.Confidence),
            new("by_level_reason", "", "why nobody is named: tooShort, noBaseline, constant, noReturn, nobodyStayed or bothStayed", anchor => Reason(anchor.ByLevel)),
            new("by_lag_person", "", "who moves first in slow co-movement: A or B; empty for nobody", anchor => anchor.ByLag.Person?.ToString()),
            new("by_lag_confidence", "", "share of the lag's distribution on that person's side of 0; of nobody, how well the lag agrees with 0; 0 where the question could not be asked", anchor => anchor.ByLag.Confidence),
            new("by_lag_reason", "", "why nobody is named: notKnown, notBeyondChance or lagHoldsZero", anchor => Reason(anchor.ByLag)),
        ]);

    private static string? Reason(AnchorFinding finding) => finding.Person is null ? CamelCase(finding.Reason) : null;

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
