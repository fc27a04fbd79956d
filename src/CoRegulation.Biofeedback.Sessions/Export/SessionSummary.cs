using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CoRegulation.Biofeedback.Analysis.Baselines;
using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Analysis.Synchrony;
using CoRegulation.Biofeedback.Analysis.Synchrony.Paced;
using CoRegulation.Biofeedback.Sessions.Engine;
using CoRegulation.Biofeedback.Sessions.Export.Summary;

namespace CoRegulation.Biofeedback.Sessions.Export;

/// <summary>Whole-session results as one JSON document.</summary>
internal static class SessionSummary
{
    public const string File = "summary.json";

    /// <summary>The document; keys in camelCase with their unit, null where there is no value.</summary>
    public static string Json(SessionAnalysis analysis, HrvRows hrv)
    {
        using var stream = new MemoryStream();
        // Names are data and not markup; escaping all but ASCII would only make them unreadable.
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(json, analysis, hrv);
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, SessionAnalysis analysis, HrvRows hrv)
    {
        json.WriteStartObject();
        json.WriteString("note", "Exploratory; association, not cause. Not a medical device.");
        json.WriteString("origin", analysis.Header.Origin.ToString().ToLowerInvariant());
        json.WriteString("program", analysis.Header.Program);
        json.WriteString("started", analysis.Header.Started.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        if (analysis.Header.Session is { } session)
            json.WriteString("session", session);
        json.WriteNumber("durationS", analysis.DurationS);
        json.WriteStartArray("people");
        foreach (var person in analysis.People)
            Write(json, person, hrv);
        json.WriteEndArray();
        json.WritePropertyName("dyad");
        if (analysis.Dyad is { } dyad)
            Write(json, analysis, dyad);
        else
            json.WriteNullValue();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PersonResult person, HrvRows hrv)
    {
        json.WriteStartObject();
        json.WriteString("id", person.Person.Id);
        json.WriteString("name", person.Person.Name);
        json.WriteNumber("beats", person.Beats.Count(beat => beat.RrMs is not null));
        json.WriteNumber("segments", person.Segments);
        json.WriteNumber("duplicates", person.Duplicates);
        json.Number("notNormalPercent", Percent(person, beat => beat.Flag is not BeatFlag.Ok));
        json.Number("meanHeartRateBpm", person.HeartRateBpm.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average());
        Write(json, person.Baseline);
        EpisodesSection.Write(json, person.Episodes.Select(episode => (person.Person.Id, episode)));
        var whole = hrv.Whole(person);
        json.Number("correctedPercent", whole is null ? double.NaN : SessionTables.CorrectedPercent(whole.Quality));
        json.WriteStartObject("rhythm");
        json.Number("notRecoverablePercent", Percent(person, beat => beat.Flag is BeatFlag.Irregular or BeatFlag.Crowded));
        json.WriteEndObject();
        json.Number("breathingPerMin", whole?.Values[hrv.IndexOf("breathingPerMin")].Value ?? double.NaN);
        json.WriteStartObject("hrv");
        for (var i = 0; i < hrv.Metrics.Length; i++)
            json.Number(hrv.Metrics[i].Key, whole?.Values[i].Value ?? double.NaN);
        json.WriteEndObject();
        json.WriteStartObject("hrvMissing");
        for (var i = 0; i < hrv.Metrics.Length; i++)
        {
            if (whole?.Values[i].Missing is { } missing)
                json.WriteString(hrv.Metrics[i].Key, missing);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static double Percent(PersonResult person, Func<Beat, bool> which) =>
        person.Beats.Count == 0 ? double.NaN : 100.0 * person.Beats.Count(which) / person.Beats.Count;

    private static void Write(Utf8JsonWriter json, Baseline? baseline)
    {
        if (baseline is not { } known)
        {
            json.WriteNull("baseline");
            return;
        }

        json.WriteStartObject("baseline");
        json.WriteNumber("heartRateBpm", known.Bpm);
        json.WriteNumber("spreadBpm", known.SpreadBpm);
        json.WriteNumber("fromS", known.FromS);
        json.WriteNumber("toS", known.ToS);
        json.WriteString("source", known.IsFromPhase ? "phase" : "found");
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SessionAnalysis analysis, DyadResult dyad)
    {
        json.WriteStartObject();
        json.WriteStartObject("synchrony");
        SynchronySection.Fields(json, dyad.Synchrony);
        json.Number("pacedS", PacedStretches.TotalS(dyad.Paced));
        json.WriteStartArray("confounds");
        foreach (var confound in dyad.Confounds)
            json.WriteStringValue(JsonNamingPolicy.CamelCase.ConvertName(confound.ToString()));
        json.WriteEndArray();
        Windowed(json, analysis, dyad);
        json.WriteEndObject();

        ConvergenceSection.Write(json, dyad.ConvergenceSummary);
        AnchorSection.Write(json, dyad.Anchor);
        EpisodesSection.Write(json, EpisodeTable.Rows(analysis));
        json.WriteEndObject();
    }

    /// <summary>The peak of the very correlations that the window and the lag map show.</summary>
    private static void Windowed(Utf8JsonWriter json, SessionAnalysis analysis, DyadResult dyad)
    {
        // Windows before both hearts were first seen are no gaps.
        var windows = dyad.Windows.SkipWhile(window => !HasValue(window)).ToArray();
        var peak = MeanPeak.Over(windows, analysis.Options.Synchrony);
        json.WriteStartObject("windowed");
        json.Number("r", peak.R);
        json.Number("lagS", peak.LagS);
        json.WriteNumber("windows", windows.Length);
        json.WriteEndObject();
    }

    private static bool HasValue(SynchronyWindow window)
    {
        foreach (var r in window.R.Span)
        {
            if (double.IsFinite(r))
                return true;
        }

        return false;
    }
}
