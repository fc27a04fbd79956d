using CoRegulation.Biofeedback.App.Sensors;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary>The straps in range on a terminal: one table that stays in its place.</summary>
/// <param name="output">The terminal.</param>
/// <param name="width">How many letters its lines hold.</param>
internal sealed class SensorTable(TextWriter output, Func<int> width)
{
    private readonly SortedDictionary<string, ScanNews> _straps = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _troubles = new(StringComparer.Ordinal);
    private int _linesShown;

    /// <summary>Takes news in.</summary>
    public void Take(ScanNews news)
    {
        if (news.Trouble is { } trouble)
            _troubles[news.Backend] = trouble;
        else
            _troubles.Remove(news.Backend);
        if (news.Sighting is { IsInRange: true } sighting)
            _straps[sighting.Id] = news;
        else if (news.Sighting is { } gone)
            _straps.Remove(gone.Id);
    }

    /// <summary>Draws the table in place of the last one.</summary>
    public void Draw()
    {
        var columns = width() is > 0 and var told ? told : 80;
        List<string> lines = _straps.Count > 0
            ? Straps(columns)
            : ["No strap yet. Wear it with wet electrodes; a phone or watch that is connected to it keeps it hidden."];
        lines.AddRange(_troubles.Select(pair => $"{pair.Key}: {pair.Value}"));
        lines.Add("Ctrl-C ends.");

        // Up to the first line of the last table, and away with it.
        var drawn = lines.SelectMany(line => TerminalLines.Of(line, columns)).ToList();
        output.Write(_linesShown > 0 ? $"\u001b[{_linesShown}F\u001b[J" : "");
        foreach (var line in drawn)
            output.WriteLine(line);
        output.Flush();
        _linesShown = drawn.Count;
    }

    private List<string> Straps(int columns)
    {
        var rows = _straps.Values.OrderByDescending(Strength).Select(news => SensorWords.Row(news.Backend, news.Sighting!)).ToList();
        var table = new StringWriter();
        TextTable.Write(table, SensorWords.Header, rows);
        var lines = table.ToString().TrimEnd().ReplaceLineEndings("\n").Split('\n');
        // Where the table does not fit, each strap has a line for its name and lines for the rest.
        return lines.All(line => line.Length <= columns)
            ? [.. lines]
            : [.. rows.SelectMany(row => new[] { row[0], $"  {row[1]}", $"  {string.Join("  ", row.Skip(2))}" })];
    }

    private static int Strength(ScanNews news) => news.Sighting!.SignalDbm ?? int.MinValue;
}
