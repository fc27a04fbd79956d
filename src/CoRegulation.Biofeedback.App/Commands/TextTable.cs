namespace CoRegulation.Biofeedback.App.Commands;

/// <summary>A table for a terminal: columns as wide as what stands in them.</summary>
internal static class TextTable
{
    /// <summary>Writes the header and the rows, two spaces between columns.</summary>
    public static void Write(TextWriter output, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        IReadOnlyList<string>[] lines = [header, .. rows.Select(row => row.Select(OneLine.Of).ToArray())];
        var widths = Enumerable.Range(0, header.Count).Select(column => lines.Max(line => line[column].Length)).ToArray();
        foreach (var line in lines)
            output.WriteLine(string.Join("  ", line.Select((text, column) => text.PadRight(widths[column]))).TrimEnd());
    }
}
