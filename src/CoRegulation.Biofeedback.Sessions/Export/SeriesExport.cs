using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CoRegulation.Biofeedback.Analysis.Hrv;
using CoRegulation.Biofeedback.Sessions.Import;
using CoRegulation.Biofeedback.Sessions.Recording;
using CoRegulation.Biofeedback.Sessions.Series;

namespace CoRegulation.Biofeedback.Sessions.Export;

/// <summary>Heart-rate variability of files of RR intervals for other programs: JSON, CSV, the table of beats.</summary>
public static class SeriesExport
{
    /// <summary>One document. A measure stands among <c>metrics</c> or, with the reason, among <c>missing</c>.</summary>
    /// <param name="hrv">What was computed of a file.</param>
    /// <param name="person">Whose intervals they are, for reference values; null when nothing is known.</param>
    /// <param name="indented">Whether on lines of their own, or all on one.</param>
    public static string Json(SeriesHrv hrv, PersonOfSeries? person, bool indented)
    {
        ArgumentNullException.ThrowIfNull(hrv);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = indented, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(json, hrv, person);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>A table with a row for each file, computed as the rows are written.</summary>
    /// <param name="files">What was computed of each file.</param>
    /// <param name="metrics">The measures that they have.</param>
    public static string Csv(IEnumerable<SeriesHrv> files, IEnumerable<HrvMetric> metrics)
    {
        ArgumentNullException.ThrowIfNull(files);
        using var stream = new MemoryStream();
        new CsvTableOf<SeriesHrv>(
            "",
            files,
            [
                new("file", "", "the file", hrv => hrv.Series.Path),
                new("beats", "", "intervals looked at", hrv => hrv.Count),
                new("duration_s", "s", "their sum", hrv => hrv.DurationS),
                new("corrected_percent", "percent", "share of beats whose interval is not as it came in", hrv => CorrectedPercent(hrv)),
                .. metrics.Select((metric, i) => new CsvColumn<SeriesHrv>(metric.Key, metric.Unit, metric.Meaning, hrv => hrv.Result.Values[i].Value)),
                new("missing", "", "why values are missing", hrv => MissingWords.Of(hrv.Result.Metrics, hrv.Result.Values)),
            ]).Write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Writes the rows of the beats as a table like a session's <c>beats.csv</c>, of a person A; whole or not at all.</summary>
    /// <param name="hrv">What was computed of a file.</param>
    /// <param name="path">The file to write.</param>
    /// <param name="force">Whether a file that is there may be replaced.</param>
    /// <exception cref="ExportException">The file is there already.</exception>
    /// <exception cref="RecordingException">The file cannot be written; nothing was left behind.</exception>
    public static void WriteBeats(SeriesHrv hrv, string path, bool force)
    {
        ArgumentNullException.ThrowIfNull(hrv);
        MayBeWritten(path, force);
        WholeFile.Write(path, SessionTables.Beats(hrv.Rows.Select(beat => ("A", beat))).Write, overwrite: force);
    }

    /// <summary>Complains early about a table of beats that could not be written in the end.</summary>
    /// <param name="path">The file to write.</param>
    /// <param name="force">Whether a file that is there may be replaced.</param>
    /// <exception cref="ExportException">The file is there already, or is a folder.</exception>
    public static void MayBeWritten(string path, bool force)
    {
        if (Directory.Exists(path))
            throw new ExportException($"'{path}' is a folder: give the name of a file.", inputIsWrong: true);
        if (!force && File.Exists(path))
            throw new ExportException($"'{path}' exists and is not overwritten: choose another name, or replace it with --force.", inputIsWrong: true);
    }

    private static double CorrectedPercent(SeriesHrv hrv) => 100 * hrv.Result.Quality.CorrectedShare;

    private static void Write(Utf8JsonWriter json, SeriesHrv hrv, PersonOfSeries? person)
    {
        json.WriteStartObject();
        json.WriteString("file", hrv.Series.Path);
        json.WriteNumber("beats", hrv.Count);
        json.WriteNumber("durationS", hrv.DurationS);
        json.WriteNumber("correctedPercent", CorrectedPercent(hrv));

        var (metrics, values) = (hrv.Result.Metrics, hrv.Result.Values);
        json.WriteStartObject("metrics");
        for (var i = 0; i < metrics.Length; i++)
        {
            if (values[i].Missing is null)
                json.WriteNumber(metrics[i].Key, values[i].Value);
        }

        json.WriteEndObject();
        json.WriteStartObject("missing");
        for (var i = 0; i < metrics.Length; i++)
        {
            if (values[i].Missing is { } missing)
                json.WriteString(metrics[i].Key, missing);
        }

        json.WriteEndObject();
        json.WriteStartObject("cautions");
        foreach (var metric in metrics)
        {
            if (hrv.Result.Caution(metric.Key) is { } caution)
                json.WriteString(metric.Key, caution);
        }

        json.WriteEndObject();
        WriteConditions(json, hrv);
        if (person is not null)
            WriteNorms(json, person, metrics);
        json.WriteString("note", "Exploratory; association, not cause. Not a medical device.");
        json.WriteEndObject();
    }

    private static void WriteConditions(Utf8JsonWriter json, SeriesHrv hrv)
    {
        json.WriteString("unit", hrv.Series.Unit is RrUnit.Seconds ? "s" : "ms");
        json.WriteStartArray("range");
        json.WriteNumberValue(hrv.From);
        json.WriteNumberValue(hrv.To);
        json.WriteEndArray();
        json.WriteBoolean("raw", hrv.Correction is null);
        json.WriteString("correction", hrv.Correction is { } method ? JsonNamingPolicy.KebabCaseLower.ConvertName(method.ToString()) : "none");

        json.WriteStartObject("flags");
        foreach (var flag in hrv.Rows.CountBy(row => row.Flag).OrderBy(flag => flag.Key))
            json.WriteNumber(JsonNamingPolicy.CamelCase.ConvertName(flag.Key.ToString()), flag.Value);
        json.WriteEndObject();

        json.WriteStartObject("rhythm");
        json.WriteNumber("notRecoverablePercent", hrv.NotRecoverablePercent);
        if (hrv.RhythmWarning() is { } warning)
            json.WriteString("warning", warning);
        json.WriteEndObject();

        var quality = hrv.Result.Quality;
        json.WriteStartObject("quality");
        json.WriteNumber("intervals", quality.Intervals);
        json.WriteNumber("coverageS", quality.CoverageS);
        json.WriteNumber("longestRunS", quality.LongestRunS);
        json.WriteNumber("longestGapS", quality.LongestGapS);
        json.WriteEndObject();
    }

    private static void WriteNorms(Utf8JsonWriter json, PersonOfSeries person, IEnumerable<HrvMetric> metrics)
    {
        json.WriteNumber("ageYears", person.AgeYears);
        if (person.Sex is { } sex)
            json.WriteString("sex", sex.ToString().ToLowerInvariant());
        json.WriteStartObject("norms");
        foreach (var norm in person.Norms(metrics))
        {
            json.WriteStartObject(norm.MetricKey);
            json.WriteNumber("low", norm.Low);
            json.WriteNumber("high", norm.High);
            json.WriteString("unit", norm.Unit);
            json.WriteString("means", norm.RangeMeans);
            json.WriteString("population", norm.Population);
            json.WriteString("condition", norm.Condition);
            json.WriteString("source", norm.Source);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
