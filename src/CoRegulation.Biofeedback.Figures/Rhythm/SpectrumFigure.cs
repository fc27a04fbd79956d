using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Analysis.Breathing;
using CoRegulation.Biofeedback.Analysis.Hrv.Spectra;
using CoRegulation.Biofeedback.Figures.Colours;
using CoRegulation.Biofeedback.Figures.Drawing;
using ScottPlot;

namespace CoRegulation.Biofeedback.Figures.Rhythm;

/// <summary>The spectrum of the intervals over time: how fast they swing, and how much.</summary>
public static class SpectrumFigure
{
    private const double TopPerMin = 30;
    private const double HeadPx = 16;

    /// <summary>Draws time from left to right and swings a minute from bottom to top; the fuller the colour, the larger the swing (the square root
    /// of the density). A column stands at the middle of its two minutes. A line follows the breathing where it can be read.</summary>
    /// <returns>An SVG document, the same bytes for the same input; without a finished column one that says why there is none.</returns>
    /// <exception cref="ArgumentNullException">Something is null.</exception>
    public static string Draw(RhythmData data, FigureFrame frame)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(frame);
        var options = new TimeVaryingOptions();
        var spectrum = new TimeVaryingSpectrum(options);
        var startS = data.StartS(frame.LastS);
        var columns = Columns(data.Since(startS - options.WindowS), spectrum).Where(column => column.MiddleS > startS).ToArray();
        if (!columns.Any(IsKnown))
            return Sheet.Saying(data.NowS < options.WindowS + 30 ? "warming up: two minutes of beats are needed" : "too many gaps", frame);

        var sheet = new Sheet(frame, new Margins(Left: 48, Top: 32, Right: 24, Bottom: 30), new AxisLimits(startS, data.NowS, 0, TopPerMin));
        sheet.Hatch(columns[0].MiddleS, columns[^1].MiddleS);
        var colour = data.IsB ? frame.Palette.B : frame.Palette.A;
        AddCells(sheet, columns, new SequentialScale(frame.Palette, colour), spectrum.BinHz, options.StepS);
        var breathes = AddBreathing(sheet, data, startS, frame);

        foreach (var perMin in Ticks.Values(0, TopPerMin, atMost: Math.Max(3, (int)((sheet.BottomPx - sheet.TopPx) / 32))))
            sheet.Write(FormattableString.Invariant($"{perMin}"), sheet.LeftPx - 8, sheet.Y(perMin), frame.Palette.Muted, Anchor.End);
        sheet.WriteTimes();
        sheet.Write("/min", sheet.LeftPx - 8, HeadPx, frame.Palette.Muted, Anchor.End);
        sheet.Write(
            string.Join(" · ", new[] { frame.Note is null ? "" : Words.Fit(frame.Note, 16), breathes ? "line: breathing" : "" }.Where(words => words.Length > 0)),
            sheet.LeftPx, HeadPx, frame.Palette.Muted);
        return sheet.ToSvg(FormattableString.Invariant(
            $"How fast the intervals of {Words.Fit(data.Name, 40)} swing, {Words.MinutesAndSeconds(Math.Max(0, startS))} to {Words.MinutesAndSeconds(data.NowS)}; exploratory."));
    }

    private static List<SpectrumColumn> Columns(ImmutableArray<Beat> beats, TimeVaryingSpectrum spectrum)
    {
        var columns = new List<SpectrumColumn>();
        foreach (var beat in beats)
            spectrum.Add(beat, columns);
        return columns;
    }

    private static bool IsKnown(SpectrumColumn column) => double.IsFinite(column.DensityMs2PerHz[0]);

    private static void AddCells(Sheet sheet, SpectrumColumn[] columns, SequentialScale scale, double binHz, double stepS)
    {
        var bins = Math.Min(columns[0].DensityMs2PerHz.Length, (int)Math.Floor(TopPerMin / 60 / binHz) + 1);
        // Below a swing of 25 s there is drift, which would outshine everything else.
        var first = (int)Math.Ceiling(0.04 / binHz);
        var known = columns.Where(IsKnown).SelectMany(column => column.DensityMs2PerHz.Skip(first).Take(bins - first)).Order().ToArray();
        var full = Math.Sqrt(Math.Max(known[(int)(0.995 * (known.Length - 1))], double.Epsilon));

        var count = 1 + (int)Math.Round((columns[^1].MiddleS - columns[0].MiddleS) / stepS);
        var cells = new double[bins, count + 1];
        for (var row = 0; row < bins; row++)
        {
            for (var at = 0; at <= count; at++)
                cells[row, at] = double.NaN;
        }

        foreach (var column in columns.Where(IsKnown))
        {
            // ScottPlot cannot place a single column, so an empty one stands before the first.
            var at = 1 + (int)Math.Round((column.MiddleS - columns[0].MiddleS) / stepS);
            for (var bin = 0; bin < bins; bin++)
                cells[bins - 1 - bin, at] = Math.Min(1, Math.Sqrt(column.DensityMs2PerHz[bin]) / full);
        }

        var heatmap = sheet.Plot.Add.Heatmap(new double[2, 2]);
        heatmap.Colormap = scale;
        heatmap.ManualRange = new ScottPlot.Range(0, 1);
        heatmap.Position = new CoordinateRect(columns[0].MiddleS - stepS, columns[0].MiddleS + ((count - 1) * stepS), 0, (bins - 1) * binHz * 60);
        heatmap.Intensities = cells;
        heatmap.Update();
    }

    private static bool AddBreathing(Sheet sheet, RhythmData data, double startS, FigureFrame frame)
    {
        var options = new BreathingOptions();
        var tracker = new BreathingTracker(options);
        var (timesS, perMin) = (new List<double>(), new List<double>());
        var any = false;
        foreach (var beat in data.Since(startS - options.WindowS))
        {
            if (!tracker.Add(beat))
                continue;
            // A reading tells of its whole window, so it stands in its middle, as the columns do.
            var timeS = tracker.CurrentS - (options.WindowS / 2);
            if (tracker.Current.IsRead && timeS >= startS)
            {
                timesS.Add(timeS);
                perMin.Add(tracker.Current.RatePerMin);
            }
            else
            {
                Flush();
            }
        }

        Flush();
        return any;

        void Flush()
        {
            if (timesS.Count > 1)
            {
                sheet.Plot.Add.ScatterLine(timesS.ToArray(), perMin.ToArray(), Color.FromHex(frame.Palette.Ink)).LineWidth = 1.5f;
                any = true;
            }

            timesS.Clear();
            perMin.Clear();
        }
    }
}
