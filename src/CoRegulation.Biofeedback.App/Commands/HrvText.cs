using System.Globalization;
using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Sessions.Series;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary>Heart-rate variability of a file, for a person at a terminal.</summary>
internal static class HrvText
{
    private const int SignificantDigits = 5;

    /// <summary>Writes what was looked at, then each measure with its unit and meaning, or why it is missing.</summary>
    public static void Write(SeriesHrv hrv, TextWriter output)
    {
        Line($"{hrv.Series.Path}: {hrv.Series.Describe()}");
        Line($"looked at {Part(hrv)}, {Minutes(hrv.DurationS)} min; {Corrected(hrv)}");
        output.WriteLine();

        var (metrics, values) = (hrv.Result.Metrics, hrv.Result.Values);
        var (keyWidth, unitWidth) = (metrics.Max(metric => metric.Key.Length), metrics.Max(metric => metric.Unit.Length));
        for (var i = 0; i < metrics.Length; i++)
        {
            var value = values[i].Missing is null ? Number(values[i].Value) : "–";
            var meaning = values[i].Missing is { } missing ? $"{metrics[i].Meaning}: {missing}" : metrics[i].Meaning;
            Line($"{metrics[i].Key.PadRight(keyWidth)}  {value,10}  {metrics[i].Unit.PadRight(unitWidth)}  {meaning}");
        }

        output.WriteLine();
        Line("Exploratory; association, not cause. Not a medical device.");

        void Line(string text) => output.WriteLine(OneLine.Of(text).TrimEnd());
    }

    private static string Part(SeriesHrv hrv) => hrv.Count == hrv.Series.IntervalsMs.Length
        ? $"all {hrv.Count} intervals"
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
            $"{100 * quality.CorrectedShare:0.##} % of beats corrected or left out ({string.Join(", ", flags)}); {Minutes(quality.CoverageS)} min kept, {Minutes(quality.LongestRunS)} of them without a break");
    }

    private static string Minutes(double seconds) => (seconds / 60).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Rounded to what a person reads; numbers that are whole and large stay whole.</summary>
    private static string Number(double value)
    {
        if (value == 0 || Math.Abs(value) is < 1e-4 or >= 1e9)
            return value.ToString("G5", CultureInfo.InvariantCulture);
        var decimals = Math.Clamp(SignificantDigits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 8);
        return value.ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture);
    }
}
