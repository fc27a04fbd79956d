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
        var text = new StringWriter();
        if (_straps.Count > 0)
            TextTable.Write(text, SensorWords.Header, _straps.Values.OrderByDescending(Strength).Select(news => SensorWords.Row(news.Backend, news.Sighting!)));
        else
            text.WriteLine("No strap yet. Wear it with wet electrodes; a phone or watch that is connected to it keeps it hidden.");
        foreach (var (backend, trouble) in _troubles)
            text.WriteLine(OneLine.Of($"{backend}: {trouble}"));
        text.WriteLine("Ctrl-C ends.");

        // Up to the first line of the last table, and away with it.
        var drawn = text.ToString();
        output.Write(_linesShown > 0 ? $"\u001b[{_linesShown}F\u001b[J{drawn}" : drawn);
        output.Flush();
        // Lines that are too long for the terminal take several of its own.
        var columns = width() is > 0 and var told ? told : 80;
        _linesShown = drawn.TrimEnd('\n').Split('\n').Sum(line => Math.Max(1, (line.Length + columns - 1) / columns));
    }

    private static int Strength(ScanNews news) => news.Sighting!.SignalDbm ?? int.MinValue;
}
