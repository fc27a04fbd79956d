using System.Collections.Immutable;
using System.Globalization;
using CoRegulation.Biofeedback.Sessions.Recording;
using MathNet.Numerics.Statistics;

namespace CoRegulation.Biofeedback.Sessions.Import;

/// <summary>Reads a file of RR intervals: one on each line, or a table with a line of column names. Blank lines and lines that begin
/// with <c>#</c> count for nothing.</summary>
public static class RrImport
{
    // No heart beats every 10 ms and none every 10 s; the median of a recording's intervals lies far from either.
    private const double LargestMedianS = 10;
    private const double SmallestMedianMs = 100;

    /// <summary>Reads the file. The unit is that in the column's name (<c>rr_ms</c>, <c>rr_s</c>), else it is told from the median:
    /// below 10 it is seconds. A median that is not from 100 to 5000 ms then is no heart's, and the file is refused.</summary>
    /// <param name="path">The file: UTF-8 text.</param>
    /// <exception cref="RecordingException">It cannot be read, or a line of it is no interval: not a number, 0, negative, not finite.</exception>
    public static RrSeries Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var values = ImmutableArray.CreateBuilder<double>();
        RrColumn? column = null;
        foreach (var (number, line) in ImportText.Lines(path))
        {
            var text = line.Trim();
            if (values.Count == 0 && column is null && !LooksLikeANumber(text))
                column = RrColumn.Find(line) ?? throw Fault(path, number, $"'{Short(text)}' is neither an interval nor a line of column names with one for RR intervals (rr, rr_ms, rr_s, …)");
            else
                values.Add(Interval(path, number, column is null ? text : column.Field(line)));
        }

        if (values.Count == 0)
            throw new RecordingException(RecordingFault.BadImport, $"'{path}' has no RR intervals in it. Choose a file with one interval in ms on each line.");

        var unit = UnitOf(path, values.Median(), column);
        return new RrSeries
        {
            Path = path,
            Unit = unit,
            Column = column?.Name,
            // Rounded, so that 0.6406 s is 640.6 ms and not 640.6000000000001 ms.
            IntervalsMs = unit == RrUnit.Milliseconds ? values.DrainToImmutable() : [.. values.Select(valueS => Math.Round(valueS * 1000, 9))],
        };
    }

    private static double Interval(string path, int number, string? text)
    {
        if (text is null)
            throw Fault(path, number, "the line has too few columns");
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            throw Fault(path, number, $"'{Short(text)}' is not a number{(text.Contains(',', StringComparison.Ordinal) ? " (decimals are written with a point)" : "")}");
        if (!double.IsFinite(value))
            throw Fault(path, number, $"'{Short(text)}' is not an interval");
        if (value <= 0)
            throw Fault(path, number, $"an interval of {Short(text)} cannot be: intervals are above 0");

        return value;
    }

    private static RrUnit UnitOf(string path, double median, RrColumn? column)
    {
        var unit = column?.Unit ?? (median < LargestMedianS ? RrUnit.Seconds : RrUnit.Milliseconds);
        var medianMs = unit == RrUnit.Seconds ? median * 1000 : median;
        return medianMs is >= SmallestMedianMs and <= RrSeries.GapMs ? unit : throw new RecordingException(
            RecordingFault.BadImport,
            string.Create(
                CultureInfo.InvariantCulture,
                $"'{path}' has a median of {median}{(column?.Unit is null ? "" : $" in column '{column.Name}'")}, which is no RR interval. Give RR intervals in ms or s, not heart rates."));
    }

    private static bool LooksLikeANumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) || char.IsAsciiDigit(text[0]) || text[0] is '-' or '+' or '.';

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private static RecordingException Fault(string path, int line, string what) =>
        new(RecordingFault.BadImport, $"'{path}', line {line}: {what}. Mend or remove that line in a copy, and import the copy.");
}
