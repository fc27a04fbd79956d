using System.Globalization;
using CoRegulation.Biofeedback.Figures.Drawing;
using ScottPlot;

namespace CoRegulation.Biofeedback.Figures.Trend;

/// <summary>How soon one person comes back to the own baseline, session by session.</summary>
public static class TrendFigure
{
    private const int HeadPx = 16;
    private const int NameLetters = 12;

    /// <summary>Draws the median time to baseline of each session with its interval: a disc where the partner took part, an open square where the
    /// person was alone. A triangle at the lower end stands for a median that is later than could be seen. A trend is a line with its
    /// interval as a band, dashed for sessions alone.</summary>
    /// <returns>An SVG document, the same bytes for the same input; without any session to show one that says so.</returns>
    /// <exception cref="ArgumentNullException">Something is null.</exception>
    public static string Draw(TrendData data, FigureFrame frame)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(frame);
        var shown = data.Sessions.Where(session => double.IsFinite(session.MedianS) || double.IsFinite(session.LowS)).ToArray();
        if (shown.Length == 0)
            return Sheet.Saying("no session with an episode yet", frame);

        var first = shown.Min(session => session.Started);
        double Days(DateTimeOffset time) => (time - first).TotalDays;
        var lastDay = shown.Max(session => Days(session.Started));
        var room = Math.Max(0.5, 0.04 * lastDay);
        var highS = shown.SelectMany(session => (double[])[session.MedianS, session.HighS, session.LowS])
            .Concat(data.Lines.SelectMany(line => line.Points).Select(point => point.MedianS)).Where(double.IsFinite).Max();
        var topS = Math.Max(30, 10 * Math.Ceiling(1.1 * highS / 10));
        var sheet = new Sheet(frame, new Margins(Left: 52, Top: 36, Right: 24, Bottom: 30), new AxisLimits(-room, lastDay + room, 0, topS));
        AddGrid(sheet, frame, first, lastDay, topS);
        var colour = Color.FromHex(data.IsB ? frame.Palette.B : frame.Palette.A);
        foreach (var line in data.Lines)
            AddTrend(sheet, line, colour, Days);
        foreach (var session in shown)
            AddSession(sheet, session, Days(session.Started), colour);
        AddHead(sheet, data, shown, frame);
        return sheet.ToSvg(string.Create(
            CultureInfo.InvariantCulture,
            $"Median time of {Words.Fit(data.Name, 40)} to come back to the own baseline in {shown.Length} sessions, {shown.Count(session => session.WithPartner)} of them with the partner; exploratory."));
    }

    private static void AddGrid(Sheet sheet, FigureFrame frame, DateTimeOffset first, double lastDay, double topS)
    {
        foreach (var seconds in Ticks.Values(0, topS, atMost: Math.Max(3, (int)((sheet.BottomPx - sheet.TopPx) / 40))))
        {
            sheet.Plot.Add.HorizontalLine(seconds, width: 1, color: Color.FromHex(frame.Palette.Grid));
            sheet.Write(FormattableString.Invariant($"{seconds:0}"), sheet.LeftPx - 8, sheet.Y(seconds), frame.Palette.Muted, Anchor.End);
        }

        sheet.Write("s", sheet.LeftPx - 8, HeadPx, frame.Palette.Muted, Anchor.End);
        var stepDays = Math.Max(1, Math.Ceiling(lastDay / Math.Max(1, (int)((sheet.RightPx - sheet.LeftPx) / 80))));
        for (var day = 0.0; day <= lastDay + 1e-9; day += stepDays)
            sheet.Write(first.AddDays(day).ToString(lastDay < 300 ? "d MMM" : "MMM yyyy", CultureInfo.InvariantCulture), sheet.X(day), sheet.BottomPx + Sheet.LinePx - 2, frame.Palette.Muted, Anchor.Middle);
    }

    private static void AddTrend(Sheet sheet, TrendLine line, Color colour, Func<DateTimeOffset, double> days)
    {
        var x = line.Points.Select(point => days(point.Time)).ToArray();
        var band = sheet.Plot.Add.FillY(x, line.Points.Select(point => Math.Max(0, point.LowS)).ToArray(), line.Points.Select(point => Math.Max(0, point.HighS)).ToArray());
        band.FillColor = colour.WithAlpha(line.WithPartner ? 0.16 : 0.08);
        band.LineWidth = 0;
        band.MarkerSize = 0;
        if (line.WithPartner)
            sheet.Plot.Add.ScatterLine(x, line.Points.Select(point => point.MedianS).ToArray(), colour).LineWidth = 1.5f;
        else
            sheet.Line(line.Points.Select((point, i) => (sheet.X(x[i]), sheet.Y(point.MedianS))), colour.ToHex(), 1.5, isDashed: true);
    }

    private static void AddSession(Sheet sheet, TrendPoint session, double day, Color colour)
    {
        var top = double.IsFinite(session.HighS) ? session.HighS : session.MedianS;
        if (double.IsFinite(session.LowS) && double.IsFinite(top))
            sheet.Plot.Add.ScatterLine(new[] { day, day }, new[] { session.LowS, top }, colour.WithAlpha(0.6)).LineWidth = 1.5f;
        var isKnown = double.IsFinite(session.MedianS);
        var mark = sheet.Plot.Add.ScatterPoints(new[] { day }, new[] { isKnown ? session.MedianS : session.LowS }, colour);
        mark.MarkerShape = (isKnown, session.WithPartner) switch
        {
            (true, true) => MarkerShape.FilledCircle,
            (true, false) => MarkerShape.OpenSquare,
            (false, true) => MarkerShape.FilledTriangleUp,
            (false, false) => MarkerShape.OpenTriangleUp,
        };
        mark.MarkerSize = 9;
        mark.MarkerLineWidth = 1.5f;
    }

    private static void AddHead(Sheet sheet, TrendData data, TrendPoint[] shown, FigureFrame frame)
    {
        var words = new List<string>();
        if (shown.Any(session => session.WithPartner))
            words.Add("● with partner");
        if (shown.Any(session => !session.WithPartner))
            words.Add("□ alone");
        if (shown.Any(session => !double.IsFinite(session.MedianS)))
            words.Add("▲ later than");
        var note = frame.Note is null ? "" : Words.Fit(frame.Note, NameLetters);
        var name = Words.Fit(data.Name, NameLetters);
        sheet.Write(name, sheet.LeftPx, HeadPx, data.IsB ? frame.Palette.B : frame.Palette.A);
        var leftPx = sheet.LeftPx + (Sheet.LetterPx * (name.Length + 1));
        while (words.Count > 0 && leftPx + (Sheet.LetterPx * (string.Join(" · ", words).Length + note.Length + 1)) > frame.WidthPx)
            words.RemoveAt(words.Count - 1);
        sheet.Write(string.Join(" · ", words), leftPx, HeadPx, frame.Palette.Muted);
        sheet.Write(note, frame.WidthPx - 8, HeadPx, frame.Palette.Muted, Anchor.End);
    }
}
