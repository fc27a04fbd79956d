namespace CoRegulation.Biofeedback.Sessions.Import;

/// <summary>Where time, A and B stand in a table whose first line names its columns.</summary>
internal sealed class PairColumns
{
    private readonly char _delimiter;
    private readonly int _time;
    private readonly int _a;
    private readonly int _b;

    private PairColumns(char delimiter, int count, int time, int a, int b) => (_delimiter, Count, _time, _a, _b) = (delimiter, count, time, a, b);

    /// <summary>Columns of the table.</summary>
    public int Count { get; }

    /// <summary>Finds them; null when one of them is missing or there twice.</summary>
    public static PairColumns? Find(string header)
    {
        var delimiter = header.Contains(';', StringComparison.Ordinal) ? ';' : header.Contains('\t', StringComparison.Ordinal) ? '\t' : ',';
        var names = Split(header, delimiter);
        return Place("t_s", "time_s") is { } time && Place("a", "a_bpm") is { } a && Place("b", "b_bpm") is { } b
            ? new(delimiter, names.Length, time, a, b)
            : null;

        int? Place(params string[] known)
        {
            int[] places = [.. Enumerable.Range(0, names.Length).Where(place => known.Contains(names[place], StringComparer.OrdinalIgnoreCase))];
            return places is [var place] ? place : null;
        }
    }

    /// <summary>The three fields of a line; null when it has not as many fields as there are columns.</summary>
    public (string Time, string A, string B)? Fields(string line)
    {
        var fields = Split(line, _delimiter);
        return fields.Length == Count ? (fields[_time], fields[_a], fields[_b]) : null;
    }

    private static string[] Split(string line, char delimiter) => Array.ConvertAll(line.Split(delimiter), field => field.Trim().Trim('"'));
}
