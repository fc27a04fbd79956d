using CoRegulation.Biofeedback.Figures.Drawing;
using CoRegulation.Biofeedback.Figures.Overview;
using ScottPlot;

namespace CoRegulation.Biofeedback.Figures.Distance;

/// <summary>Convergence: how far apart the two heart rates are, what that distance does, and how far each is from the own baseline.</summary>
public static class DistanceFigure
{
    private const int NameLetters = 12;

    /// <summary>Below this there is room for the distance only, px.</summary>
    private const int BothPx = 240;

    /// <summary>Draws above the distance as an area and beneath it what it does, as a word and a form that narrows or widens; below, each
    /// person's heart rate in spreads of the own baseline, with the band from -1 to +1 that counts as being there. Where a heart rate is
    /// missing the distance is hatched. A figure lower than 240 px has the distance only.</summary>
    /// <returns>An SVG document, the same bytes for the same input; without any distance one that says why there is none.</returns>
    /// <exception cref="ArgumentNullException">Something is null.</exception>
    public static string Draw(DistanceData data, FigureFrame frame)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(frame);
        var endS = data.NowS;
        var startS = frame.LastS is { } lastS ? endS - lastS : 0;
        var names = new[] { Words.Fit(data.NameA, NameLetters), Words.Fit(data.NameB, NameLetters) };
        var note = frame.Note is null ? "" : Words.Fit(frame.Note, NameLetters);
        var margins = new Margins(Left: 44, Top: 36, Right: 24 + (int)(Sheet.LetterPx * names.Append(note).Max(words => words.Length)), Bottom: 30);
        var points = frame.WidthPx - margins.Left - margins.Right;
        var distance = MeanLine.Of(data.DistanceBpm.AsSpan(), startS, endS, points, samplesPerSecond: 1);
        if (!distance.Values.Any(double.IsFinite) || endS <= 0)
            return Sheet.Saying(endS < 30 ? Words.WarmingUp : "no time in which both hearts were seen", frame);

        var heightPx = frame.HeightPx - margins.Top - margins.Bottom;
        var hasBoth = frame.HeightPx >= BothPx;
        var sheet = new Sheet(frame, margins, new AxisLimits(startS, endS, 0, heightPx));
        var betweenPx = StateStrip.HeightPx + (hasBoth ? Sheet.LinePx + 12 : 6);
        var shareA = hasBoth ? 0.45 : 1;
        var upperPx = shareA * (heightPx - betweenPx);
        var upper = new Pane(heightPx - upperPx, upperPx, 0, Math.Max(10, 5 * Math.Ceiling((distance.Values.Where(double.IsFinite).Max() + 1) / 5)));

        foreach (var gap in Stretches.Of(i => double.IsNaN(distance.Values[i]), distance.Values.Length))
            sheet.Hatch(distance.TimesS[gap.Start], distance.TimesS[gap.End.Value - 1]);
        PhaseBands.Add(sheet, data.Phases, frame, startS);
        AddGrid(sheet, frame, upper, "bpm", PhaseBands.HeadPx);
        AddDistance(sheet, frame, upper, distance);
        StateStrip.Add(sheet, data.States, sheet.Y(upper.BottomPx) + 4, frame.Palette);
        sheet.Write("apart", sheet.RightPx + 8, sheet.Y(upper.At(Math.Min(distance.Values.LastOrDefault(double.IsFinite), upper.High) / 2)), frame.Palette.Between);
        if (hasBoth)
        {
            (double[] TimesS, double[] Values)[] lines =
                [MeanLine.Of(data.ABaselineSd.AsSpan(), startS, endS, points, 1), MeanLine.Of(data.BBaselineSd.AsSpan(), startS, endS, points, 1)];
            AddPeople(sheet, frame, heightPx - upperPx - betweenPx, lines, names);
        }

        sheet.WriteTimes();
        sheet.Write(note, frame.WidthPx - 8, PhaseBands.HeadPx, frame.Palette.Muted, Anchor.End);
        return sheet.ToSvg(
            $"Distance between the heart rates of {Words.Fit(data.NameA, 40)} and {Words.Fit(data.NameB, 40)}, and of each from the own baseline, {Words.MinutesAndSeconds(Math.Max(0, startS))} to {Words.MinutesAndSeconds(endS)}.");
    }

    private static void AddGrid(Sheet sheet, FigureFrame frame, Pane pane, string unit, double unitPx)
    {
        foreach (var value in Ticks.Values(pane.Low, pane.High, atMost: Math.Max(3, (int)(pane.HeightPx / 30))))
        {
            sheet.Plot.Add.HorizontalLine(pane.At(value), width: 1, color: Color.FromHex(frame.Palette.Grid));
            sheet.Write(Signed(value, pane.Low < 0), sheet.LeftPx - 8, sheet.Y(pane.At(value)), frame.Palette.Muted, Anchor.End);
        }

        sheet.Write(unit, sheet.LeftPx - 8, unitPx, frame.Palette.Muted, Anchor.End);
    }

    private static string Signed(double value, bool always) =>
        FormattableString.Invariant($"{(always && value > 0 ? "+" : value < 0 ? "−" : "")}{Math.Abs(value):0.##}");

    private static void AddDistance(Sheet sheet, FigureFrame frame, Pane pane, (double[] TimesS, double[] Values) line)
    {
        foreach (var stretch in Stretches.Of(i => double.IsFinite(line.Values[i]), line.Values.Length))
        {
            var values = line.Values[stretch];
            var area = sheet.Plot.Add.FillY(line.TimesS[stretch], [.. values.Select(_ => pane.At(0))], [.. values.Select(pane.At)]);
            area.FillColor = Color.FromHex(frame.Palette.Between).WithAlpha(0.45);
            area.LineWidth = 0;
            area.MarkerSize = 0;
        }
    }

    private static void AddPeople(Sheet sheet, FigureFrame frame, double heightPx, (double[] TimesS, double[] Values)[] lines, string[] names)
    {
        var known = lines.SelectMany(line => line.Values).Where(double.IsFinite).ToArray();
        var pane = new Pane(0, heightPx, Math.Min(-2, Math.Floor(known.Append(0).Min() - 0.5)), Math.Max(3, Math.Ceiling(known.Append(0).Max() + 0.5)));
        var titlePx = sheet.Y(pane.TopPx) - 12;
        sheet.Plot.Add.VerticalSpan(pane.At(-1), pane.At(1), Color.FromHex(frame.Palette.Ink).WithAlpha(0.07)).LineWidth = 0;
        AddGrid(sheet, frame, pane, "", titlePx);
        var title = known.Length == 0 ? "no baseline yet" : "spreads above own baseline · band: within it";
        sheet.Write((title.Length * Sheet.LetterPx) + sheet.LeftPx < frame.WidthPx ? title : "spreads above own baseline", sheet.LeftPx, titlePx, frame.Palette.Muted);
        string[] colours = [frame.Palette.A, frame.Palette.B];
        for (var i = 0; i < lines.Length; i++)
        {
            foreach (var stretch in Stretches.Of(at => double.IsFinite(lines[i].Values[at]), lines[i].Values.Length))
                sheet.Plot.Add.ScatterLine(lines[i].TimesS[stretch], lines[i].Values[stretch].Select(pane.At).ToArray(), Color.FromHex(colours[i])).LineWidth = 1.5f;
        }

        EndNames.Write(
            sheet,
            [.. lines.Select((line, i) => (names[i], sheet.Y(pane.At(line.Values.LastOrDefault(double.IsFinite, double.NaN))), colours[i]))],
            sheet.Y(pane.TopPx));
    }
}
