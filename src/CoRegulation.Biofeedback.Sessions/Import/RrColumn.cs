using System.Text;

namespace CoRegulation.Biofeedback.Sessions.Import;

/// <summary>The column of RR intervals in a table whose first line names its columns, and that of their times where it has one; separated by
/// comma, semicolon or tab. A row is a line: a line feed within a field is not known.</summary>
internal sealed class RrColumn
{
    private static readonly string[] Names = ["rr", "rri", "rrinterval", "rrintervals", "ibi", "nn"];

    private static readonly string[] TimeNames = ["t", "time", "timestamp", "ts", "times", "timestamps", "tms", "timems", "timestampms"];

    private readonly char _delimiter;
    private readonly int _index;
    private readonly int _timeIndex;

    private RrColumn(char delimiter, int index, int timeIndex, string name, RrUnit? unit) =>
        (_delimiter, _index, _timeIndex, Name, Unit) = (delimiter, index, timeIndex, name, unit);

    public string Name { get; }

    /// <summary>The unit that the name tells; null where it tells none.</summary>
    public RrUnit? Unit { get; }

    /// <summary>Finds the column in the line of names; null when none of them is known.</summary>
    public static RrColumn? Find(string header)
    {
        var delimiter = header.Contains(';', StringComparison.Ordinal) ? ';' : header.Contains('\t', StringComparison.Ordinal) ? '\t' : ',';
        var names = Fields(header, delimiter);
        for (var index = 0; index < names.Count; index++)
        {
            if (Unit(names[index]) is (true, var unit))
                return new(delimiter, index, names.FindIndex(name => TimeNames.Contains(Letters(name))), names[index], unit);
        }

        return null;

        // "RR-Interval [ms]" is rrinterval in ms.
        static (bool IsKnown, RrUnit? Unit) Unit(string name)
        {
            var letters = Letters(name);
            return Names.Contains(letters) ? (true, null)
                : letters.EndsWith("ms", StringComparison.Ordinal) && Names.Contains(letters[..^2]) ? (true, RrUnit.Milliseconds)
                : letters.EndsWith('s') && Names.Contains(letters[..^1]) ? (true, RrUnit.Seconds)
                : (false, null);
        }

        static string Letters(string name) => string.Concat(name.ToLowerInvariant().Where(char.IsAsciiLetterLower));
    }

    /// <summary>The interval and the time of a line; null where the line is too short or the table has no times.</summary>
    public (string? Rr, string? Time) Of(string line)
    {
        var fields = Fields(line, _delimiter);
        return (fields.ElementAtOrDefault(_index), fields.ElementAtOrDefault(_timeIndex));
    }

    private static List<string> Fields(string line, char delimiter)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (quoted && line[i] == '"' && i + 1 < line.Length && line[i + 1] == '"')
                field.Append(line[i++]);
            else if (line[i] == '"')
                quoted = !quoted;
            else if (line[i] == delimiter && !quoted)
                Take();
            else
                field.Append(line[i]);
        }

        Take();
        return fields;

        void Take()
        {
            fields.Add(field.ToString().Trim());
            field.Clear();
        }
    }
}
