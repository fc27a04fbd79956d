using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Figures.Drawing;
using ScottPlot;

namespace CoRegulation.Biofeedback.Figures.Rhythm;

/// <summary>The tachogram: the interval from beat to beat over time.</summary>
public static class TachogramFigure
{
    private const double HeadPx = 16;

    /// <summary>Draws NN in ms; an open ring stands at every interval that is not as it came in. Where none can be trusted the line is broken and
    /// the stretch hatched.</summary>
    /// <returns>An SVG document, the same bytes for the same input; without intervals one that says why there are none.</returns>
    /// <exception cref="ArgumentNullException">Something is null.</exception>
    public static string Draw(RhythmData data, FigureFrame frame)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(frame);
        var startS = data.StartS(frame.LastS);
        var runs = Runs(data.Since(startS)).ToArray();
        if (runs.Length == 0 || data.NowS <= startS)
            return Sheet.Saying(data.NowS < 10 ? Words.WarmingUp : "no intervals that can be trusted", frame);

        var (low, high) = Ends(runs.SelectMany(run => run).Select(beat => beat.NnMs!.Value));
        var sheet = new Sheet(frame, new Margins(Left: 48, Top: 32, Right: 24, Bottom: 30), new AxisLimits(startS, data.NowS, low, high));
        AddGrid(sheet, frame, low, high);
        HatchGaps(sheet, runs);
        var colour = Color.FromHex(data.IsB ? frame.Palette.B : frame.Palette.A);
        foreach (var run in runs)
            AddRun(sheet, run, colour);
        var corrected = AddRings(sheet, runs, frame);

        sheet.Write("ms", sheet.LeftPx - 8, HeadPx, frame.Palette.Muted, Anchor.End);
        sheet.Write(string.Join(" · ", new[] { frame.Note is null ? "" : Words.Fit(frame.Note, 16), corrected > 0 ? "ring: corrected" : "" }.Where(words => words.Length > 0)),
            sheet.LeftPx, HeadPx, frame.Palette.Muted);
        return sheet.ToSvg(FormattableString.Invariant(
            $"Intervals from beat to beat of {Words.Fit(data.Name, 40)}, {Words.MinutesAndSeconds(Math.Max(0, startS))} to {Words.MinutesAndSeconds(data.NowS)}; {corrected} corrected."));
    }

    /// <summary>Stretches of neighbours that have an NN. The first part of an interval that was split parts no neighbours: its time is in the
    /// next row.</summary>
    private static IEnumerable<List<Beat>> Runs(IEnumerable<Beat> beats)
    {
        var run = new List<Beat>();
        foreach (var beat in beats)
        {
            if (beat.IsInNext)
                continue;
            if (run.Count > 0 && (beat.NnMs is null || beat.Segment != run[^1].Segment))
            {
                yield return run;
                run = [];
            }

            if (beat.NnMs is not null)
                run.Add(beat);
        }

        if (run.Count > 0)
            yield return run;
    }

    /// <summary>Whole fifties around the data, at least 200 ms apart, so that a steady heart does not look like a storm.</summary>
    private static (double Low, double High) Ends(IEnumerable<double> nnMs)
    {
        var (least, most) = (nnMs.Min(), nnMs.Max());
        var (low, high) = (50 * Math.Floor((least - 5) / 50), 50 * Math.Ceiling((most + 5) / 50));
        return high - low < 200 ? (low - 50, low + 150 + (50 * Math.Ceiling(Math.Max(0, high - low - 150) / 50))) : (low, high);
    }

    private static void AddGrid(Sheet sheet, FigureFrame frame, double low, double high)
    {
        foreach (var ms in Ticks.Values(low, high, atMost: Math.Max(3, (int)((sheet.BottomPx - sheet.TopPx) / 36))))
        {
            sheet.Plot.Add.HorizontalLine(ms, width: 1, color: Color.FromHex(frame.Palette.Grid));
            sheet.Write(FormattableString.Invariant($"{ms}"), sheet.LeftPx - 8, sheet.Y(ms), frame.Palette.Muted, Anchor.End);
        }

        sheet.WriteTimes();
    }

    private static void HatchGaps(Sheet sheet, List<Beat>[] runs)
    {
        for (var i = 1; i < runs.Length; i++)
            sheet.Hatch(runs[i - 1][^1].TimeS, runs[i][0].TimeS - (runs[i][0].NnMs!.Value / 1000));
    }

    private static void AddRun(Sheet sheet, List<Beat> run, Color colour)
    {
        var line = sheet.Plot.Add.ScatterLine(run.Select(beat => beat.TimeS).ToArray(), run.Select(beat => beat.NnMs!.Value).ToArray(), colour);
        line.LineWidth = 1.25f;
    }

    private static int AddRings(Sheet sheet, List<Beat>[] runs, FigureFrame frame)
    {
        var corrected = runs.SelectMany(run => run).Where(beat => beat.Flag is not BeatFlag.Ok).ToArray();
        if (corrected.Length == 0)
            return 0;
        var rings = sheet.Plot.Add.ScatterPoints(
            corrected.Select(beat => beat.TimeS).ToArray(), corrected.Select(beat => beat.NnMs!.Value).ToArray(), Color.FromHex(frame.Palette.Ink));
        rings.MarkerShape = MarkerShape.OpenCircle;
        rings.MarkerSize = 7;
        rings.MarkerLineWidth = 1.25f;
        return corrected.Length;
    }
}
