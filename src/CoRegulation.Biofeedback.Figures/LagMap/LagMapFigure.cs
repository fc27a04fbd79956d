using CoRegulation.Biofeedback.Figures.Colours;
using CoRegulation.Biofeedback.Figures.Drawing;
using CoRegulation.Biofeedback.Sessions.Live;
using ScottPlot;
using Palette = CoRegulation.Biofeedback.Figures.Colours.Palette;

namespace CoRegulation.Biofeedback.Figures.LagMap;

/// <summary>The lag-by-time map of the windowed cross-correlation.</summary>
public static class LagMapFigure
{
    private const string Scale = "r (exploratory)";

    /// <summary>Room for the scale of colours, px.</summary>
    private const int ScalePx = 48;

    /// <summary>Draws time from left to right and lag from bottom to top: above the middle B follows A, below it A follows B.
    /// A window stands at its end, as wide as one step. What is missing is hatched. A thin line follows the lag of the highest r
    /// where r is 0.5 or more and the lag does not leap for longer than one window. To the right, where there is room, stand profiles over the same
    /// lags with the line that 95 % of surrogates stay below.</summary>
    /// <returns>An SVG document, the same bytes for the same input; without windows one that says why there are none.</returns>
    /// <exception cref="ArgumentException">A window has another number of lags than <see cref="LagMapData.LagsS"/>.</exception>
    public static string Draw(LagMapData map, FigureFrame frame)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(frame);
        Check(map);
        if (map.Windows.IsEmpty)
            return Sheet.Saying(Words.WarmingUp, frame);
        if (map.LagsS.Length < 2)
            return Sheet.Saying("only one lag was looked at", frame);

        // A window is known a lag and a step after its end at the latest; only what is later than that is missing.
        var firstS = map.Windows[0].EndS - map.StepS;
        var endS = Math.Max(map.Windows[^1].EndS, map.NowS - map.MaxLagS - 2 * map.StepS);
        var startS = frame.LastS is { } lastS ? endS - lastS : firstS;
        var topS = map.MaxLagS + (map.LagsS[1] - map.LagsS[0]) / 2;
        var (panes, paneWidthPx) = ProfilePane.Fit(map.Profiles.Length, frame);
        var sheet = new Sheet(
            frame,
            new Margins(Left: IsSmall(frame) ? 112 : 136, Top: 32, Right: ScalePx + (panes * (paneWidthPx + ProfilePane.GapPx)), Bottom: 30),
            new AxisLimits(startS, endS, -topS, topS));

        sheet.Hatch(firstS, endS);
        AddCells(sheet, map, frame.Palette, startS);
        sheet.Plot.Add.HorizontalLine(0, width: 1, color: Color.FromHex(frame.Palette.Muted).WithAlpha(0.5));
        AddWords(sheet, map, frame, AddPeaks(sheet, map, frame.Palette));
        for (var i = 0; i < panes; i++)
            ProfilePane.Add(sheet, map.Profiles[i], sheet.RightPx + ScalePx + (ProfilePane.GapPx / 2) + (i * (paneWidthPx + ProfilePane.GapPx)), paneWidthPx, frame.Palette);
        return sheet.ToSvg($"Correlation of the two heart rates by lag and time, {Words.MinutesAndSeconds(Math.Max(0, startS))} to {Words.MinutesAndSeconds(endS)}; exploratory.");
    }

    private static void Check(LagMapData map)
    {
        foreach (var window in map.Windows)
        {
            if (window.R.Length != map.LagsS.Length)
                throw new ArgumentException($"The window at {window.StartS} s has {window.R.Length} lags and the map {map.LagsS.Length}.", nameof(map));
        }
    }

    private static void AddCells(Sheet sheet, LagMapData map, Palette palette, double startS)
    {
        var shown = map.Windows.Where(w => w.EndS > startS).ToList();
        // ScottPlot cannot draw a map without any number.
        if (shown.All(w => w.R.All(float.IsNaN)))
            return;

        // ScottPlot wants the middles of the corner cells and cannot place a single column, so an empty one stands before the first.
        int Column(SynchronyWindow window) => 1 + (int)Math.Round((window.EndS - shown[0].EndS) / map.StepS);
        var (columns, lags) = (Column(shown[^1]) + 1, map.LagsS.Length);
        var known = shown.ToLookup(Column);
        var cells = new double[lags, columns];
        for (var column = 0; column < columns; column++)
        {
            var window = known[column].LastOrDefault();
            for (var i = 0; i < lags; i++)
                cells[lags - 1 - i, column] = window?.R[i] ?? double.NaN;
        }

        var middleS = shown[0].EndS - 1.5 * map.StepS;
        // The cells come last, because each change of a property colours them all anew.
        var heatmap = sheet.Plot.Add.Heatmap(new double[2, 2]);
        heatmap.Colormap = new DivergingScale(palette);
        heatmap.ManualRange = new ScottPlot.Range(-1, 1);
        heatmap.Position = new CoordinateRect(middleS, middleS + (columns - 1) * map.StepS, -map.MaxLagS, map.MaxLagS);
        heatmap.Intensities = cells;
        heatmap.Update();
    }

    private static bool AddPeaks(Sheet sheet, LagMapData map, Palette palette)
    {
        var any = false;
        foreach (var stretch in PeakLine.Of(map))
        {
            any = true;
            // Through the middle of the window's cell, whose right edge is the window's end.
            var line = sheet.Plot.Add.ScatterLine(
                stretch.Select(p => p.TimeS - map.StepS / 2).ToArray(), stretch.Select(p => p.LagS).ToArray(), Color.FromHex(palette.OnArea));
            line.LineWidth = 1.5f;
        }

        return any;
    }

    /// <summary>Whether there is room for one line at each end of the lags only.</summary>
    private static bool IsSmall(FigureFrame frame) => frame.HeightPx < 180 || frame.WidthPx < 480;

    private static void AddLags(Sheet sheet, LagMapData map, FigureFrame frame)
    {
        var lines = (int)((sheet.BottomPx - sheet.TopPx) / Sheet.LinePx);
        var areTwoLines = !IsSmall(frame) || lines >= 5;
        var (a, b) = Names(map, letters: areTwoLines ? 8 : 5);
        Follows(b, a, sheet.TopPx + Sheet.LinePx / 2.0);
        if (lines >= 3)
            Write("no lag", sheet.Y(0));
        Follows(a, b, sheet.BottomPx - Sheet.LinePx / 2.0 - (areTwoLines ? Sheet.LinePx : 0));

        void Follows(string follower, string leader, double yPx)
        {
            Write(areTwoLines && IsSmall(frame) ? follower : $"{follower} follows", yPx);
            if (areTwoLines)
                Write(IsSmall(frame) ? "follows" : FormattableString.Invariant($"{leader} by {map.MaxLagS:0.##} s"), yPx + Sheet.LinePx);
        }

        void Write(string words, double yPx) => sheet.Write(words, sheet.LeftPx - 10, yPx, frame.Palette.Muted, Anchor.End);
    }

    /// <summary>The two names as they fit; their letters where the names are the same as far as they fit.</summary>
    private static (string A, string B) Names(LagMapData map, int letters)
    {
        var (a, b) = (Words.Fit(map.NameA, letters), Words.Fit(map.NameB, letters));
        return a == b ? ("A", "B") : (a, b);
    }

    private static void AddWords(Sheet sheet, LagMapData map, FigureFrame frame, bool hasPeaks)
    {
        var muted = frame.Palette.Muted;
        AddLags(sheet, map, frame);
        sheet.WriteTimes();
        // What must be said of the data comes first; what explains the line is left out where it would meet the name of the scale.
        var said = frame.Note is null ? "" : Words.Fit(frame.Note, 16);
        var all = string.Join(" · ", new[] { said, hasPeaks ? "line: lag of the highest r" : "" }.Where(words => words.Length > 0));
        var fits = sheet.LeftPx + (all.Length + Scale.Length) * Sheet.LetterPx < sheet.RightPx + ScalePx;
        sheet.Write(fits ? all : said, fits ? sheet.LeftPx : 8, 16, muted);

        var scale = new DivergingScale(frame.Palette);
        var barPx = sheet.RightPx + 8;
        sheet.Bar(barPx, 10, [.. Enumerable.Range(-5, 11).Select(i => scale.At(i / 5.0).ToHex())]);
        sheet.Write(Scale, sheet.RightPx + ScalePx - 8, 16, muted, Anchor.End);
        sheet.Write("1", barPx + 16, sheet.TopPx + 6, muted);
        if (sheet.BottomPx - sheet.TopPx >= 3 * Sheet.LinePx)
            sheet.Write("0", barPx + 16, sheet.Y(0), muted);
        sheet.Write("−1", barPx + 16, sheet.BottomPx - 6, muted);
    }
}
