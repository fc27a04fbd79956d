namespace CoRegulation.Biofeedback.App.Commands;

/// <summary>A line of text as the lines of a terminal, broken between words: what is said to the end can be read to the end.</summary>
internal static class TerminalLines
{
    private const string Indent = "  ";

    /// <summary>Breaks a line; the second and further ones are indented.</summary>
    /// <param name="text">Anything; made one line first.</param>
    /// <param name="width">How many letters fit.</param>
    public static IEnumerable<string> Of(string text, int width)
    {
        var rest = OneLine.Of(text);
        var indent = "";
        while (indent.Length + rest.Length > width)
        {
            var room = Math.Max(1, width - indent.Length);
            var space = rest.LastIndexOf(' ', room);
            // A word that is longer than the line, as paths are, is broken where the line ends.
            var end = space > 0 && !string.IsNullOrWhiteSpace(rest[..space]) ? space : room;
            yield return indent + rest[..end].TrimEnd();
            rest = rest[end..].TrimStart();
            indent = Indent;
        }

        yield return indent + rest;
    }
}
