using CoRegulation.Biofeedback.Figures.Drawing;
using ScottPlot;

namespace CoRegulation.Biofeedback.Figures.Overview;

/// <summary>A session at a glance: the heart rates, the space between them, phases and markers.</summary>
public static class SessionOverviewFigure
{
    private const int NameLetters = 12;

    /// <summary>Draws heart rates as lines that break where beats are missing, and the distance between two people as an area, which says
    /// no more than the lines but can be taken in at a glance. Where the session has more samples than the figure pixels, a point is the
    /// mean of its pixel's samples; a gap is a stretch of which half or more is missing.</summary>
    /// <returns>An SVG document, the same bytes for the same input; without any heart rate one that says "warming up".</returns>
    /// <exception cref="ArgumentException">There is no person, or there are more than two.</exception>
    public static string Draw(OverviewData session, FigureFrame frame)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(frame);
        if (session.People.Length is not (1 or 2))
            throw new ArgumentException($"An overview is of one or two people, not {session.People.Length}.", nameof(session));

        var endS = session.DurationS;
        var startS = frame.LastS is { } lastS ? endS - lastS : 0;
        var margins = new Margins(Left: 44, Top: 36, Right: 24 + (int)(Sheet.LetterPx * session.People.Select(person => person.Name).Append(frame.Note ?? "").Max(words => Words.Fit(words, NameLetters).Length)), Bottom: 48);
        var lines = session.People
            .Select(person => MeanLine.Of(person.HeartRateBpm.AsSpan(), startS, endS, frame.WidthPx - margins.Left - margins.Right))
            .ToArray();
        var seen = lines.SelectMany(line => line.Values).Where(double.IsFinite).ToArray();
        if (seen.Length == 0 || endS <= 0)
            return Sheet.Saying(Words.WarmingUp, frame);

        var (low, high) = Ends(seen.Min(), seen.Max());
        var sheet = new Sheet(frame, margins, new AxisLimits(startS, endS, low, high));
        string[] colours = [frame.Palette.A, frame.Palette.B];

        AddGrid(sheet, frame, low, high);
        foreach (var line in lines)
            HatchGaps(sheet, line);
        PhaseBands.Add(sheet, session.Phases, frame, startS);
        if (lines is [var a, var b])
            AddDistance(sheet, frame, a, b);
        for (var i = 0; i < lines.Length; i++)
            AddLine(sheet, lines[i], colours[i]);
        AddMarkers(sheet, session, frame, startS, endS);
        EndNames.Write(
            sheet,
            [.. lines.Select((line, i) => (Words.Fit(session.People[i].Name, NameLetters), sheet.Y(line.Values.LastOrDefault(double.IsFinite, double.NaN)), colours[i]))],
            sheet.TopPx);
        return sheet.ToSvg(Description(session, startS, endS));
    }

    private static string Description(OverviewData session, double startS, double endS)
    {
        var whose = string.Join(" and ", session.People.Select(person => Words.Fit(person.Name, 40)));
        return $"Heart rate of {whose}, {Words.MinutesAndSeconds(Math.Max(0, startS))} to {Words.MinutesAndSeconds(endS)}.";
    }

    /// <summary>Whole fives around the data, at least 20 bpm apart, so that a calm heart does not look like a storm.</summary>
    private static (double Low, double High) Ends(double least, double most)
    {
        var (low, high) = (5 * Math.Floor((least - 1) / 5), 5 * Math.Ceiling((most + 1) / 5));
        return high - low < 20 ? (low - 5, high + 10) : (low, high);
    }

    private static void AddGrid(Sheet sheet, FigureFrame frame, double low, double high)
    {
        foreach (var bpm in Ticks.Values(low, high, atMost: (int)((sheet.BottomPx - sheet.TopPx) / 44)))
        {
            sheet.Plot.Add.HorizontalLine(bpm, width: 1, color: Color.FromHex(frame.Palette.Grid));
            sheet.Write(FormattableString.Invariant($"{bpm}"), sheet.LeftPx - 8, sheet.Y(bpm), frame.Palette.Muted, Anchor.End);
        }

        sheet.WriteTimes();
        sheet.Write("bpm", sheet.LeftPx - 8, PhaseBands.HeadPx, frame.Palette.Muted, Anchor.End);
        if (frame.Note is not null)
            sheet.Write(Words.Fit(frame.Note, NameLetters), frame.WidthPx - 8, PhaseBands.HeadPx, frame.Palette.Muted, Anchor.End);
    }

    /// <summary>A stretch is hatched where anybody's beats are missing; whoever's are there is drawn across it.</summary>
    private static void HatchGaps(Sheet sheet, (double[] TimesS, double[] Values) line)
    {
        foreach (var gap in Stretches.Of(i => double.IsNaN(line.Values[i]), line.Values.Length))
            sheet.Hatch(line.TimesS[gap.Start], line.TimesS[gap.End.Value - 1]);
    }

    private static void AddDistance(Sheet sheet, FigureFrame frame, (double[] TimesS, double[] Values) a, (double[] TimesS, double[] Values) b)
    {
        var count = Math.Min(a.Values.Length, b.Values.Length);
        foreach (var stretch in Stretches.Of(i => double.IsFinite(a.Values[i]) && double.IsFinite(b.Values[i]), count))
        {
            var area = sheet.Plot.Add.FillY(a.TimesS[stretch], a.Values[stretch], b.Values[stretch]);
            area.FillColor = Color.FromHex(frame.Palette.Between).WithAlpha(0.22);
            area.LineWidth = 0;
            area.MarkerSize = 0;
        }
    }

    private static void AddLine(Sheet sheet, (double[] TimesS, double[] Values) line, string colour)
    {
        foreach (var stretch in Stretches.Of(i => double.IsFinite(line.Values[i]), line.Values.Length))
        {
            var drawn = sheet.Plot.Add.ScatterLine(line.TimesS[stretch], line.Values[stretch], Color.FromHex(colour));
            drawn.LineWidth = 1.5f;
        }
    }

    private static void AddMarkers(Sheet sheet, OverviewData session, FigureFrame frame, double startS, double endS)
    {
        var freePx = double.NegativeInfinity;
        foreach (var marker in session.Markers.Where(marker => marker.TimeS >= startS && marker.TimeS <= endS))
        {
            var xPx = sheet.X(marker.TimeS);
            sheet.Tick(xPx, frame.Palette.Ink);
            if (xPx < freePx)
                continue;
            var label = Words.Fit(marker.Label, 16);
            sheet.Write(label, xPx, sheet.BottomPx + 34, frame.Palette.Ink, Anchor.Start);
            freePx = xPx + (label.Length + 1) * Sheet.LetterPx;
        }
    }
}
