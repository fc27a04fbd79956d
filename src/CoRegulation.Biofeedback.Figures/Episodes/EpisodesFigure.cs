using System.Globalization;
using CoRegulation.Biofeedback.Figures.Drawing;
using CoRegulation.Biofeedback.Figures.Overview;
using ScottPlot;

namespace CoRegulation.Biofeedback.Figures.Episodes;

/// <summary>The way back to the own baseline: all episodes laid over each other at their onset.</summary>
public static class EpisodesFigure
{
    private const double FromS = -EpisodeTrace.LeadS;
    private const double ToS = 180;
    private const int HeadPx = 16;
    private const int NameLetters = 12;

    /// <summary>Draws heart rate above the own baseline from 20 s before the onset to 180 s after it, A's as lines and B's dashed, each with its number at
    /// the peak. A dot stands where the heart rate was back, an open ring where it was seen for the last time without being back. A line that goes on
    /// beyond the figure has neither.</summary>
    /// <returns>An SVG document, the same bytes for the same input; without an episode one that says so.</returns>
    /// <exception cref="ArgumentException">There is no person, or there are more than two.</exception>
    public static string Draw(EpisodesData data, FigureFrame frame)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(frame);
        if (data.People.Length is not (1 or 2))
            throw new ArgumentException($"Episodes are of one or two people, not {data.People.Length}.", nameof(data));
        var seen = data.People.SelectMany(person => person.Episodes).SelectMany(Shown).Select(point => point.Bpm).ToArray();
        if (seen.Length == 0)
            return Sheet.Saying(data.Missing, frame);

        var (low, high) = (Math.Min(-5, 5 * Math.Floor(seen.Min() / 5)), Math.Max(15, 5 * Math.Ceiling((seen.Max() + 2) / 5)));
        var sheet = new Sheet(frame, new Margins(Left: 44, Top: 36, Right: 24, Bottom: 30), new AxisLimits(FromS, ToS, low, high));
        AddGrid(sheet, frame, low, high);
        var taken = new List<(double XPx, double YPx)>();
        for (var i = 0; i < data.People.Length; i++)
        {
            var colour = i == 0 ? frame.Palette.A : frame.Palette.B;
            for (var k = 0; k < data.People[i].Episodes.Length; k++)
                AddEpisode(sheet, data.People[i].Episodes[k], k + 1, colour, isDashed: i == 1, taken);
        }

        AddHead(sheet, data, frame);
        return sheet.ToSvg(Description(data));
    }

    private static string Description(EpisodesData data)
    {
        var whose = data.People.Select(person => string.Create(
            CultureInfo.InvariantCulture,
            $"{person.Episodes.Length} of {Words.Fit(person.Name, 40)}, {person.Episodes.Count(episode => !episode.IsCensored)} seen back at the baseline"));
        return $"Rises of the heart rate above the own baseline, from their onset: {string.Join("; ", whose)}.";
    }

    private static IEnumerable<(double TimeS, double Bpm)> Shown(EpisodeTrace episode) => episode.AboveBaselineBpm
        .Select((bpm, i) => (TimeS: (double)(i - EpisodeTrace.LeadS), Bpm: bpm))
        .Where(point => point.TimeS <= Math.Min(ToS, episode.EndS + 0.5) && double.IsFinite(point.Bpm));

    private static void AddGrid(Sheet sheet, FigureFrame frame, double low, double high)
    {
        var grid = Color.FromHex(frame.Palette.Grid);
        foreach (var bpm in Ticks.Values(low, high, atMost: Math.Max(3, (int)((sheet.BottomPx - sheet.TopPx) / 36))))
        {
            sheet.Plot.Add.HorizontalLine(bpm, width: bpm == 0 ? 1.5f : 1, color: bpm == 0 ? Color.FromHex(frame.Palette.Muted) : grid);
            sheet.Write(FormattableString.Invariant($"{(bpm > 0 ? "+" : bpm < 0 ? "−" : "")}{Math.Abs(bpm)}"), sheet.LeftPx - 8, sheet.Y(bpm), frame.Palette.Muted, Anchor.End);
        }

        sheet.Plot.Add.VerticalLine(0, width: 1, color: grid);
        foreach (var timeS in (double[])[0, 60, 120, 180])
            sheet.Write(FormattableString.Invariant($"{timeS} s"), sheet.X(timeS), sheet.BottomPx + Sheet.LinePx - 2, frame.Palette.Muted, Anchor.Middle);
        sheet.Write("bpm", sheet.LeftPx - 8, HeadPx, frame.Palette.Muted, Anchor.End);
        if (sheet.BottomPx - sheet.Y(0) >= Sheet.LinePx)
            sheet.Write("own baseline", sheet.RightPx - 4, sheet.Y(0) + 10, frame.Palette.Muted, Anchor.End);
    }

    private static void AddEpisode(Sheet sheet, EpisodeTrace episode, int number, string colour, bool isDashed, List<(double XPx, double YPx)> taken)
    {
        var points = Shown(episode).ToArray();
        if (points.Length == 0)
            return;
        foreach (var stretch in Stretches.Of(i => i == 0 || points[i].TimeS - points[i - 1].TimeS < 1.5, points.Length))
        {
            if (isDashed)
                sheet.Line(points[stretch].Select(p => (sheet.X(p.TimeS), sheet.Y(p.Bpm))), colour, 1.5, isDashed: true);
            else
                sheet.Plot.Add.ScatterLine(points[stretch].Select(p => p.TimeS).ToArray(), points[stretch].Select(p => p.Bpm).ToArray(), Color.FromHex(colour)).LineWidth = 1.5f;
        }

        if (episode.EndS <= ToS)
        {
            var mark = sheet.Plot.Add.ScatterPoints(new[] { points[^1].TimeS }, new[] { points[^1].Bpm }, Color.FromHex(colour));
            mark.MarkerShape = episode.IsCensored ? MarkerShape.OpenCircle : MarkerShape.FilledCircle;
            mark.MarkerSize = 8;
            mark.MarkerLineWidth = 1.5f;
        }

        // Where two peaks meet, the number of the first one stays.
        var peak = points.MaxBy(point => point.Bpm);
        var place = (XPx: sheet.X(peak.TimeS), YPx: sheet.Y(peak.Bpm) - 10);
        if (taken.Any(other => Math.Abs(other.XPx - place.XPx) < 14 && Math.Abs(other.YPx - place.YPx) < 14))
            return;
        taken.Add(place);
        sheet.Write(number.ToString(CultureInfo.InvariantCulture), place.XPx, place.YPx, colour, Anchor.Middle);
    }

    /// <summary>Whose lines these are, in their colours; what explains the marks is left out where there is no room.</summary>
    private static void AddHead(Sheet sheet, EpisodesData data, FigureFrame frame)
    {
        var note = frame.Note is null ? "" : Words.Fit(frame.Note, NameLetters);
        var leftPx = sheet.LeftPx;
        void Say(string words, string colour)
        {
            if (leftPx + (Sheet.LetterPx * (words.Length + note.Length + 1)) > frame.WidthPx)
                return;
            sheet.Write(words, leftPx, HeadPx, colour);
            leftPx += Sheet.LetterPx * (words.Length + 1);
        }

        for (var i = 0; i < data.People.Length; i++)
        {
            if (!data.People[i].Episodes.IsEmpty)
                Say($"{(i == 0 ? "—" : "- -")} {Words.Fit(data.People[i].Name, NameLetters)}", i == 0 ? frame.Palette.A : frame.Palette.B);
        }

        if (data.People.Any(person => person.Episodes.Any(episode => episode.IsCensored && episode.EndS <= ToS)))
            Say("○ not seen back", frame.Palette.Muted);
        if (data.People.Any(person => person.Episodes.Any(episode => !episode.IsCensored && episode.EndS <= ToS)))
            Say("● back", frame.Palette.Muted);
        sheet.Write(note, frame.WidthPx - 8, HeadPx, frame.Palette.Muted, Anchor.End);
    }
}
