using ScottPlot;

namespace CoRegulation.Biofeedback.Figures.Colours;

/// <summary>The colours of an amount: paper for nothing, towards one full colour, in a straight line through CIELAB, so that equal steps look
/// equal.</summary>
internal sealed class SequentialScale : IColormap
{
    /// <summary>Few colours make a small image, and an eye tells no more of them apart side by side.</summary>
    public const int Steps = 24;

    private readonly Color[] _steps;

    public SequentialScale(Palette palette, string full)
    {
        var (paper, colour) = (Lab.From(Rgb.Parse(palette.Paper)), Lab.From(Rgb.Parse(full)));
        _steps = [.. Enumerable.Range(0, Steps + 1).Select(step => Color.FromHex(paper.Mix(colour, (double)step / Steps).ToRgb().ToHex()))];
    }

    public string Name => "sequential";

    /// <summary>The colour of a share, from 0 to 1.</summary>
    public Color GetColor(double position) => _steps[(int)Math.Round(Math.Clamp(position, 0, 1) * Steps)];
}
