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
    /// <param name="anyMedian">Whether to take the numbers as they are, whatever heart they may be of.</param>
    /// <exception cref="RecordingException">It cannot be read, a line of it is no interval (not a number, 0, negative, not finite), or the
    /// times of its table go back.</exception>
    public static RrSeries Read(string path, bool anyMedian = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Read(path, take => ImportText.Each(path, take), anyMedian);
    }

    /// <summary>The same of a stream.</summary>
    /// <param name="stream">UTF-8 text.</param>
    /// <param name="name">What it is called in messages and in the result.</param>
    /// <param name="anyMedian">Whether to take the numbers as they are, whatever heart they may be of.</param>
    /// <exception cref="RecordingException">As above.</exception>
    public static RrSeries Read(Stream stream, string name, bool anyMedian = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Read(name, take => ImportText.Each(stream, name, take), anyMedian);
    }

    private static RrSeries Read(string path, Action<Action<int, string>> each, bool anyMedian)
    {
        var values = ImmutableArray.CreateBuilder<double>();
        var time = double.NegativeInfinity;
        RrColumn? column = null;
        each((number, line) =>
        {
            var text = line.Trim();
            if (values.Count == 0 && column is null && !LooksLikeANumber(text))
            {
                column = RrColumn.Find(line) ?? throw Fault(path, number, $"'{Short(text)}' is neither an interval nor a line of column names with one for RR intervals (rr, rr_ms, rr_s, …)");
            }
            else if (column is null)
            {
                values.Add(Interval(path, number, text));
            }
            else
            {
                var row = column.Of(line);
                time = Later(path, number, row.Time, time);
                values.Add(Interval(path, number, row.Rr));
            }
        });

        if (values.Count == 0)
            throw new RecordingException(RecordingFault.BadImport, $"'{path}' has no RR intervals in it. Choose a file with one interval in ms on each line.");

        var unit = UnitOf(path, values.Median(), column, anyMedian);
        return new RrSeries
        {
            Path = path,
            Unit = unit,
            Column = column?.Name,
            // Rounded, so that 0.6406 s is 640.6 ms and not 640.6000000000001 ms.
            IntervalsMs = unit == RrUnit.Milliseconds ? values.DrainToImmutable() : [.. values.Select(valueS => Math.Round(valueS * 1000, 9))],
        };
    }

    /// <summary>The time of a row, which must not be before that of the row above; times that are no numbers, and none, are passed over.</summary>
    private static double Later(string path, int number, string? text, double before)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var time) || !double.IsFinite(time))
            return before;
        return time >= before ? time : throw Fault(
            path, number, string.Create(CultureInfo.InvariantCulture, $"its time {time} is before the {before} of the row above: rows stand in the order of time, and are of one person"));
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

    private static RrUnit UnitOf(string path, double median, RrColumn? column, bool anyMedian)
    {
        var unit = column?.Unit ?? (median < LargestMedianS ? RrUnit.Seconds : RrUnit.Milliseconds);
        var medianMs = unit == RrUnit.Seconds ? median * 1000 : median;
        return anyMedian || medianMs is >= SmallestMedianMs and <= RrSeries.GapMs ? unit : throw new RecordingException(
            RecordingFault.BadImport,
            string.Create(
                CultureInfo.InvariantCulture,
                $"'{path}' has a median of {median}{(column?.Unit is null ? "" : $" in column '{column.Name}'")}, which is no RR interval. Give RR intervals in ms or s, not heart rates."));
    }

    private static bool LooksLikeANumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) || char.IsAsciiDigit(text[0]) || text[0] is '-' or '+' or '.';

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private static RecordingException Fault(string path, int line, string what) =>
        new(RecordingFault.BadImport, $"'{path}', line {line}: {what}. Mend or remove that line in a copy, and give the copy.");
}
