using System.Text;

namespace CoRegulation.Biofeedback.Sessions.Import;

/// <summary>The column of RR intervals in a table whose first line names its columns; separated by comma, semicolon or tab.
/// A row is a line: a line feed within a field is not known.</summary>
internal sealed class RrColumn
{
    private static readonly string[] Names = ["rr", "rri", "rrinterval", "rrintervals", "ibi", "nn"];

    private readonly char _delimiter;
    private readonly int _index;

    private RrColumn(char delimiter, int index, string name, RrUnit? unit) => (_delimiter, _index, Name, Unit) = (delimiter, index, name, unit);

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
                return new(delimiter, index, names[index], unit);
        }

        return null;

        // "RR-Interval [ms]" is rrinterval in ms.
        static (bool IsKnown, RrUnit? Unit) Unit(string name)
        {
            var letters = string.Concat(name.ToLowerInvariant().Where(char.IsAsciiLetterLower));
            return Names.Contains(letters) ? (true, null)
                : letters.EndsWith("ms", StringComparison.Ordinal) && Names.Contains(letters[..^2]) ? (true, RrUnit.Milliseconds)
                : letters.EndsWith('s') && Names.Contains(letters[..^1]) ? (true, RrUnit.Seconds)
                : (false, null);
        }
    }

    /// <summary>The field of a line; null when the line is too short.</summary>
    public string? Field(string line)
    {
        var fields = Fields(line, _delimiter);
        return _index < fields.Count ? fields[_index] : null;
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
