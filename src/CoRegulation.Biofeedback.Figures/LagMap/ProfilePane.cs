using CoRegulation.Biofeedback.Figures.Colours;
using CoRegulation.Biofeedback.Figures.Drawing;

namespace CoRegulation.Biofeedback.Figures.LagMap;

/// <summary>A profile over lags beside the map, lag upwards as there.</summary>
internal static class ProfilePane
{
    /// <summary>Room between two panes, px.</summary>
    public const int GapPx = 20;

    private const int HeadPx = 16;

    /// <summary>How many panes a figure has room for, and how wide each is, px.</summary>
    public static (int Count, int WidthPx) Fit(int profiles, FigureFrame frame)
    {
        var widthPx = Math.Clamp(frame.WidthPx / 6, 76, 140);
        return frame.HeightPx < 140 ? (0, 0) : (Math.Min(profiles, frame.WidthPx >= 480 ? 2 : frame.WidthPx >= 400 ? 1 : 0), widthPx);
    }

    /// <summary>Draws the profile as an area, and as a dashed line what 95 % of surrogates stay below at every lag.</summary>
    public static void Add(Sheet sheet, LagProfile profile, double leftPx, double widthPx, Palette palette)
    {
        var known = Enumerable.Range(0, profile.LagsS.Length).Where(i => double.IsFinite(profile.R[i])).ToArray();
        var most = known.Select(i => profile.R[i]).Append(double.IsFinite(profile.NullR95) ? profile.NullR95 : 0).Append(0.1).Max() * 1.1;
        var least = Math.Min(-0.25 * most, known.Select(i => profile.R[i]).Append(0).Min());
        double X(double r) => leftPx + ((Math.Clamp(r, least, most) - least) / (most - least) * widthPx);
        double Y(double lagS) => Math.Clamp(sheet.Y(lagS), sheet.TopPx, sheet.BottomPx);

        if (known.Length > 1)
        {
            foreach (var (colour, sign) in ((string, int)[])[(palette.Between, 1), (palette.Opposite, -1)])
            {
                var corners = known.Select(i => (X(sign * Math.Max(0, sign * profile.R[i])), Y(profile.LagsS[i])));
                sheet.Shape([(X(0), Y(profile.LagsS[known[0]])), .. corners, (X(0), Y(profile.LagsS[known[^1]]))], colour, 0.6);
            }
        }

        sheet.Line([(X(0), sheet.TopPx), (X(0), sheet.BottomPx)], palette.Muted, 1);
        sheet.Write(Words.Fit(profile.Name, (int)(widthPx / Sheet.LetterPx) + 1), leftPx, HeadPx, palette.Muted);
        if (!double.IsFinite(profile.NullR95))
            return;
        sheet.Line([(X(profile.NullR95), sheet.TopPx), (X(profile.NullR95), sheet.BottomPx)], palette.Ink, 1.5, isDashed: true);
        sheet.Write("95 %", Math.Min(X(profile.NullR95), leftPx + widthPx - 8), sheet.BottomPx + Sheet.LinePx - 2, palette.Ink, Anchor.Middle);
    }
}
