using System.Xml.Linq;
using ScottPlot;
using ScottPlot.Rendering.RenderActions;
using SkiaSharp;

namespace CoRegulation.Biofeedback.Figures.Drawing;

/// <summary>One figure: ScottPlot draws the data, words are written into the SVG as words.</summary>
/// <remarks>Text by way of Skia would need the fonts of this machine: without one it is lost, and elsewhere its fixed places of
/// each letter fit no other font. As words it is set by whoever shows the figure, can be searched and read aloud, and the bytes
/// are the same on every machine.</remarks>
internal sealed class Sheet
{
    public const int TextPx = 14;
    public const int LinePx = 18;

    /// <summary>Width of a letter in a wide font, px: to see whether words will fit, not to place them.</summary>
    public const double LetterPx = 8;

    private readonly FigureFrame _frame;
    private readonly Margins _margins;
    private readonly AxisLimits _limits;
    private readonly List<XElement> _under = [];
    private readonly List<XElement> _over = [];

    public Sheet(FigureFrame frame, Margins margins, AxisLimits limits)
    {
        (_frame, _margins, _limits) = (frame, margins, limits);
        Plot.HideAxesAndGrid();
        Plot.Layout.Fixed(new PixelPadding(margins.Left, margins.Right, margins.Bottom, margins.Top));
        Plot.Axes.SetLimits(limits);
    }

    public Plot Plot { get; } = new();

    public double LeftPx => _margins.Left;

    public double RightPx => _frame.WidthPx - _margins.Right;

    public double TopPx => _margins.Top;

    public double BottomPx => _frame.HeightPx - _margins.Bottom;

    public double X(double value) => LeftPx + (value - _limits.Left) / (_limits.Right - _limits.Left) * (RightPx - LeftPx);

    public double Y(double value) => BottomPx - (value - _limits.Bottom) / (_limits.Top - _limits.Bottom) * (BottomPx - TopPx);

    /// <summary>A figure that only says why there is nothing to see.</summary>
    public static string Saying(string words, FigureFrame frame)
    {
        var sheet = new Sheet(frame, new Margins(8, 8, 8, 8), new AxisLimits(0, 1, 0, 1));
        sheet.Write(words, sheet.X(0.5), sheet.Y(0.5), frame.Palette.Muted, Anchor.Middle);
        sheet.Write(frame.Note is null ? "" : Words.Fit(frame.Note, 16), frame.WidthPx - 8, 16, frame.Palette.Muted, Anchor.End);
        return sheet.ToSvg(words);
    }

    /// <summary>Marks a stretch of the horizontal axis as missing; the data cover it where they are.</summary>
    public void Hatch(double from, double to)
    {
        var (left, right) = (Math.Max(LeftPx, X(from)), Math.Min(RightPx, X(to)));
        if (right > left)
            _under.Add(Rectangle(left, TopPx, right - left, BottomPx - TopPx, "url(#hatch)"));
    }

    /// <summary>A bar from bottom to top, outside the data.</summary>
    public void Bar(double leftPx, double widthPx, IReadOnlyList<string> colours)
    {
        var stops = colours.Select((colour, i) =>
            new XElement(SvgText.Name("stop"), new XAttribute("offset", SvgText.Number(i / (colours.Count - 1.0))), new XAttribute("stop-color", colour)));
        _over.Add(new XElement(SvgText.Name("linearGradient"), new XAttribute("id", "bar"),
            new XAttribute("x1", 0), new XAttribute("y1", 1), new XAttribute("x2", 0), new XAttribute("y2", 0), stops));
        _over.Add(Rectangle(leftPx, TopPx, widthPx, BottomPx - TopPx, "url(#bar)"));
    }

    /// <summary>A short line below the data.</summary>
    public void Tick(double xPx, string colour) => _over.Add(Rectangle(xPx - 0.75, BottomPx - 4, 1.5, 8, colour));

    /// <summary>A filled shape over the data, corner after corner, px.</summary>
    public void Shape(IEnumerable<(double XPx, double YPx)> corners, string colour, double opacity) =>
        _over.Add(new XElement(SvgText.Name("polygon"),
            new XAttribute("points", Corners(corners)),
            new XAttribute("fill", colour),
            new XAttribute("fill-opacity", SvgText.Number(opacity))));

    /// <summary>A line over everything, point after point, px. Skia's own dashes complain on the standard error.</summary>
    public void Line(IEnumerable<(double XPx, double YPx)> points, string colour, double widthPx, bool isDashed = false) =>
        _over.Add(new XElement(SvgText.Name("polyline"),
            new XAttribute("points", Corners(points)),
            new XAttribute("fill", "none"),
            new XAttribute("stroke", colour),
            new XAttribute("stroke-width", SvgText.Number(widthPx)),
            isDashed ? new XAttribute("stroke-dasharray", "6 4") : null));

    /// <summary>Words whose middle height is at y.</summary>
    public void Write(string words, double xPx, double yPx, string colour, Anchor anchor = Anchor.Start)
    {
        if (words.Length == 0)
            return;
        _over.Add(new XElement(SvgText.Name("text"),
            new XAttribute("x", SvgText.Number(xPx)),
            // Not dominant-baseline, which several viewers ignore; 0.35 em is half the height of a figure.
            new XAttribute("y", SvgText.Number(yPx + 0.35 * TextPx)),
            new XAttribute("fill", colour),
            anchor is Anchor.Start ? null : new XAttribute("text-anchor", anchor.ToString().ToLowerInvariant()),
            words));
    }

    /// <summary>Session time along the bottom.</summary>
    public void WriteTimes()
    {
        foreach (var timeS in Ticks.Times(_limits.Left, _limits.Right, atMost: (int)((RightPx - LeftPx) / 72)))
            Write(Words.MinutesAndSeconds(timeS), X(timeS), BottomPx + LinePx - 2, _frame.Palette.Muted, Anchor.Middle);
    }

    public string ToSvg(string description)
    {
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, _frame.WidthPx, _frame.HeightPx), stream))
            DrawOnce(canvas);

        stream.Position = 0;
        var paper = Rectangle(0, 0, _frame.WidthPx, _frame.HeightPx, _frame.Palette.Paper);
        return SvgText.Compose(_frame, description, [paper, .. _under], XDocument.Load(stream), _over);
    }

    /// <summary>What Plot.Render does, but once: it draws twice to settle its layout, and in an SVG both would stay.</summary>
    private void DrawOnce(SKCanvas canvas)
    {
        var pack = new RenderPack(Plot, new PixelRect(0, _frame.WidthPx, _frame.HeightPx, 0), canvas);
        foreach (var action in Plot.RenderManager.RenderActions)
        {
            // Skia writes what is transparent as a rectangle without a fill, and SVG fills that black. The paper is laid beneath.
            if (action is ClearCanvas or RenderFigureBackground or RenderDataBackground)
                continue;
            canvas.Save();
            action.Render(pack);
            canvas.Restore();
        }
    }

    private static string Corners(IEnumerable<(double XPx, double YPx)> points) =>
        string.Join(' ', points.Select(point => $"{SvgText.Number(point.XPx)},{SvgText.Number(point.YPx)}"));

    private static XElement Rectangle(double x, double y, double width, double height, string fill) => new(SvgText.Name("rect"),
        new XAttribute("x", SvgText.Number(x)),
        new XAttribute("y", SvgText.Number(y)),
        new XAttribute("width", SvgText.Number(width)),
        new XAttribute("height", SvgText.Number(height)),
        new XAttribute("fill", fill));
}
