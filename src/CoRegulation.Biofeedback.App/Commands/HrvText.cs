using System.Globalization;
using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Analysis.Hrv;
using CoRegulation.Biofeedback.Sessions.Series;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary>Heart-rate variability of a file, for a person at a terminal.</summary>
internal static class HrvText
{
    private const int SignificantDigits = 5;

    /// <summary>Writes what was looked at, then each measure with its unit and meaning, or why it is missing.</summary>
    public static void Write(SeriesHrv hrv, PersonOfSeries? person, TextWriter output)
    {
        Line($"{hrv.Series.Path}: {hrv.Series.Describe()}");
        Line($"looked at {Part(hrv)}, {Duration(hrv.DurationS)}; {Corrected(hrv)}");
        if (hrv.RhythmWarning() is { } warning)
            Line(warning);

        var (metrics, values) = (hrv.Result.Metrics, hrv.Result.Values);
        var (keyWidth, unitWidth) = (metrics.Max(metric => metric.Key.Length), metrics.Max(metric => metric.Unit.Length));
        foreach (var family in metrics.Select((metric, i) => (metric, value: values[i])).GroupBy(item => item.metric.Family).OrderBy(family => family.Key))
        {
            output.WriteLine();
            Line(Heading(family.Key));
            foreach (var (metric, value) in family)
            {
                var number = value.Missing is null ? Number(value.Value) : "–";
                var meaning = value.Missing is { } missing ? $"{metric.Meaning}: {missing}"
                    : hrv.Result.Caution(metric.Key) is not null ? $"{metric.Meaning} (*)"
                    : metric.Meaning;
                Line($"  {metric.Key.PadRight(keyWidth)}  {number,10}  {metric.Unit.PadRight(unitWidth)}  {meaning}");
            }
        }

        if (metrics.Select(metric => hrv.Result.Caution(metric.Key)).FirstOrDefault(caution => caution is not null) is { } first)
        {
            output.WriteLine();
            Line($"(*) {first}");
        }

        if (person is not null)
            WriteNorms(hrv, person, Line);
        output.WriteLine();
        Line("Exploratory; association, not cause. Not a medical device.");

        void Line(string text) => output.WriteLine(OneLine.Of(text).TrimEnd());
    }

    private static void WriteNorms(SeriesHrv hrv, PersonOfSeries person, Action<string> line)
    {
        var norms = person.Norms(hrv.Result.Metrics).ToList();
        line("");
        line(string.Create(CultureInfo.InvariantCulture, $"reference values, age {person.AgeYears}{(person.Sex is { } sex ? $", {sex.ToString().ToLowerInvariant()}" : "")} (context, not a verdict)"));
        if (norms.Count == 0)
            line($"  none known for this age{(person.Sex is null ? "; more are known by sex, give --sex" : "")}");
        foreach (var norm in norms)
        {
            var value = hrv.Result[norm.MetricKey];
            var here = value.Missing is null ? Number(value.Value) : "–";
            line($"  {norm.MetricKey}: {here} here, {Number(norm.Low)} to {Number(norm.High)} {norm.Unit}: {norm.RangeMeans}; {norm.Population}; {norm.Condition}. {norm.Source}");
        }
    }

    private static string Heading(HrvFamily family) => family switch
    {
        HrvFamily.TimeDomain => "time domain",
        HrvFamily.Geometry => "shape of the histogram",
        HrvFamily.FrequencyDomain => "frequency domain",
        HrvFamily.NonLinear => "non-linear",
        HrvFamily.Breathing => "breathing",
        _ => throw new ArgumentOutOfRangeException(nameof(family), family, "No heading for this family."),
    };

    private static string Part(SeriesHrv hrv) => hrv.Count == hrv.Series.IntervalsMs.Length
        ? "all of it"
        : string.Create(CultureInfo.InvariantCulture, $"{hrv.Count} intervals, {hrv.From}:{hrv.To}");

    private static string Corrected(SeriesHrv hrv)
    {
        if (hrv.Correction is null)
            return "taken as they are, nothing is corrected";
        var flags = hrv.Rows.Where(row => row.Flag is not BeatFlag.Ok).CountBy(row => row.Flag).OrderBy(flag => flag.Key)
            .Select(flag => $"{flag.Value} {flag.Key.ToString().ToLowerInvariant()}").ToList();
        var quality = hrv.Result.Quality;
        return flags.Count == 0 ? "no artefact found" : string.Create(
            CultureInfo.InvariantCulture,
            $"{100 * quality.CorrectedShare:0.##} % of beats corrected or left out ({string.Join(", ", flags)}); {Duration(quality.CoverageS)} kept, {Duration(quality.LongestRunS)} of them without a break");
    }

    private static string Duration(double seconds) => seconds < 120
        ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0.#} s")
        : string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0.#} min");

    /// <summary>Rounded to what a person reads; numbers that are whole and large stay whole.</summary>
    private static string Number(double value)
    {
        if (value == 0 || Math.Abs(value) is < 1e-4 or >= 1e9)
            return value.ToString("G5", CultureInfo.InvariantCulture);
        var decimals = Math.Clamp(SignificantDigits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 8);
        return value.ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture);
    }
}
