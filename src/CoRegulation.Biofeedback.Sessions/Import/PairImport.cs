using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.Sessions.Import;

/// <summary>Reads a table of two series: columns <c>t_s</c> (or <c>time_s</c>), <c>a</c> and <c>b</c> (or <c>a_bpm</c>, <c>b_bpm</c>) among any others, separated
/// by comma, semicolon or tab, one line for every 0.25 s. Blank lines and lines that begin with <c>#</c> count for nothing.</summary>
public static class PairImport
{
    private const string Needed = "t_s (seconds, 4 lines a second), a and b";

    /// <summary>How far a written time may be off the grid, s: rounded to a thousandth.</summary>
    private const double ToleranceS = 0.001;

    private static readonly string[] Missing = ["", "nan", "na", "n/a", "null"];

    /// <summary>Reads the file. A field that is empty or <c>NaN</c>, <c>NA</c> or <c>null</c> is a missing sample.</summary>
    /// <param name="path">The file: UTF-8 text.</param>
    /// <exception cref="RecordingException">It cannot be read, has other columns, holds no sample, is not on the grid, or a field of it is no number.</exception>
    public static PairSeries Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
            return Read(stream, path);
        }
        catch (Exception fault) when (FileFault.IsExpected(fault))
        {
            throw FileFault.Reading(path, fault);
        }
    }

    private static PairSeries Read(Stream stream, string path)
    {
        PairColumns? columns = null;
        var (times, a, b, numbers) = (new List<double>(), new List<double>(), new List<double>(), new List<int>());
        var lines = new LineReader(stream);
        while (lines.TryRead(out var line))
        {
            if (line.TooLong || !Utf8.IsValid(line.Bytes.Span) || line.Bytes.Span.Contains((byte)0))
                throw Fault(path, line.Number, $"it is no line of text. Give a table in UTF-8 with the columns {Needed}");

            // Not trimmed: a tab at the end has an empty field behind it.
            var text = Encoding.UTF8.GetString(line.Bytes.Span);
            if (text.AsSpan().Trim() is [] or ['#', ..])
                continue;

            if (columns is null)
            {
                columns = PairColumns.Find(text) ?? throw Fault(path, line.Number, OtherColumns(text));
                continue;
            }

            if (columns.Fields(text) is not { } fields)
                throw Fault(path, line.Number, $"it has not as many fields as the {columns.Count} column names. Mend that line in a copy; decimals are written with a point");

            times.Add(Time(path, line.Number, fields.Time));
            a.Add(Sample(path, line.Number, fields.A));
            b.Add(Sample(path, line.Number, fields.B));
            numbers.Add(line.Number);
            if (OffGrid(times) is { } what)
                throw Fault(path, line.Number, $"{what}. Resample both series to one grid of 4 samples a second, without a jump");
        }

        if (times is [])
            throw new RecordingException(RecordingFault.BadImport, $"'{path}' has {(columns is null ? "nothing" : "column names and no sample")} in it. Give a table with the columns {Needed}.");
        return new() { Path = path, StartS = times[0], A = [.. a], B = [.. b], Lines = [.. numbers] };
    }

    private static string OtherColumns(string header) => header.StartsWith("{\"coreg\"", StringComparison.Ordinal)
        ? $"it is a recording of this program, which 'coreg analyze' measures. Here a table with the columns {Needed} is needed"
        : $"'{Short(header)}' does not name the columns {Needed}, each once. Name them so in the first line";

    private static double Time(string path, int number, string text) => Number(text) ?? throw Fault(path, number, $"'{Short(text)}' is no time in seconds. Mend that line in a copy");

    private static double Sample(string path, int number, string text) => Missing.Contains(text, StringComparer.OrdinalIgnoreCase)
        ? double.NaN
        : Number(text) ?? throw Fault(path, number, $"'{Short(text)}' is not a number. Mend that line in a copy; a missing sample is an empty field");

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    /// <summary>What is wrong with the newest time; null when it is where the grid has it.</summary>
    private static string? OffGrid(List<double> times)
    {
        var (first, time, onGrid) = (times[0], times[^1], times[0] + ((times.Count - 1) / (double)PairSeries.SamplesPerSecond));
        if (Math.Abs(time - onGrid) <= ToleranceS)
            return null;

        var before = times[^2];
        return time <= before
            ? FormattableString.Invariant($"time goes back, from {before} to {time} s")
            : times.Count is 2
                ? FormattableString.Invariant($"the first samples are {time - first:0.######} s apart, {1 / (time - first):0.###} a second where 4 are needed")
                : FormattableString.Invariant($"{time} s follows {before} s, where the grid from {first} s has {onGrid} s");
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private static RecordingException Fault(string path, int line, string what) => new(RecordingFault.BadImport, $"'{path}', line {line}: {what}.");
}
