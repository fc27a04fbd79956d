using ScottPlot;

namespace CoRegulation.Biofeedback.Figures.Colours;

/// <summary>The colours of a correlation: paper at 0, towards <see cref="Palette.Between"/> above and <see cref="Palette.Opposite"/>
/// below, in straight lines through CIELAB, so that equal steps of r look equal and neither sign looks stronger.</summary>
internal sealed class DivergingScale : IColormap
{
    /// <summary>Steps of a twentieth: below what an eye tells apart side by side, and few colours make a small image.</summary>
    public const int StepsEachWay = 20;

    /// <summary>How far towards the full colours it goes: a large area of those would be louder than the people's lines.</summary>
    private const double Reach = 0.85;

    private readonly Color[] _steps;

    public DivergingScale(Palette palette)
    {
        var middle = Lab.From(Rgb.Parse(palette.Paper));
        var above = Lab.From(Rgb.Parse(palette.Between));
        var below = Lab.From(Rgb.Parse(palette.Opposite));
        _steps = [.. Enumerable.Range(-StepsEachWay, 2 * StepsEachWay + 1)
            .Select(step => middle.Mix(step < 0 ? below : above, Reach * Math.Abs(step) / StepsEachWay).ToRgb().ToHex())
            .Select(hex => Color.FromHex(hex))];
    }

    public string Name => "diverging";

    /// <summary>The colour of r, which is from -1 to 1.</summary>
    public Color At(double r) => _steps[StepsEachWay + (int)Math.Round(Math.Clamp(r, -1, 1) * StepsEachWay)];

    /// <summary>ScottPlot's way to ask: 0 is r = -1, 1 is r = 1.</summary>
    public Color GetColor(double position) => At(2 * position - 1);
}
