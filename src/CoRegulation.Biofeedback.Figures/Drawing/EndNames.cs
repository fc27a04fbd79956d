namespace CoRegulation.Biofeedback.Figures.Drawing;

/// <summary>The name of each line at its right end.</summary>
internal static class EndNames
{
    /// <summary>Writes one or two names, the two apart by a line of text at least.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="names">The words, where each line ends, px (NaN for a line that is nowhere: its name goes to the top), and its colour.</param>
    /// <param name="topPx">Where the lines' scale ends, px.</param>
    public static void Write(Sheet sheet, (string Words, double YPx, string Colour)[] names, double topPx)
    {
        var places = names.Select(name => name.YPx).ToArray();
        if (places is [var a, var b] && Math.Abs(a - b) < Sheet.LinePx)
        {
            var (middle, half) = ((a + b) / 2, Sheet.LinePx / 2.0);
            places = a <= b ? [middle - half, middle + half] : [middle + half, middle - half];
        }

        for (var i = 0; i < names.Length; i++)
            sheet.Write(names[i].Words, sheet.RightPx + 8, double.IsFinite(places[i]) ? places[i] : topPx + 10 + (i * Sheet.LinePx), names[i].Colour);
    }
}
