using CoRegulation.Biofeedback.Figures.Colours;
using CoRegulation.Biofeedback.Figures.Drawing;
using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.App.Window.Endpoints;

/// <summary>What every figure is asked for with.</summary>
/// <param name="Theme">Light or dark.</param>
/// <param name="Width">Width, px.</param>
/// <param name="Height">Height, px.</param>
/// <param name="LastS">The last so many seconds; null for all.</param>
internal readonly record struct FigureRequest(string Theme, int Width, int Height, double? LastS)
{
    private const double LongestS = 7 * 24 * 3600;

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public string? Problem() =>
        Theme is not ("light" or "dark") ? "The theme is light or dark."
        : Width is < FigureFrame.LeastWidthPx or > FigureFrame.LargestPx ? $"The width is in pixels, from {FigureFrame.LeastWidthPx} to {FigureFrame.LargestPx}."
        : Height is < FigureFrame.LeastHeightPx or > FigureFrame.LargestPx ? $"The height is in pixels, from {FigureFrame.LeastHeightPx} to {FigureFrame.LargestPx}."
        : LastS is { } last && !(last is > 0 and <= LongestS) ? "lastS is in seconds, above 0 and at most a week."
        : null;

    /// <summary>What it is drawn on, which says of simulated data that they are.</summary>
    public FigureFrame Frame(Origin origin) => new()
    {
        Palette = Theme == "dark" ? Palette.Dark : Palette.Light,
        WidthPx = Width,
        HeightPx = Height,
        LastS = LastS,
        Note = origin is Origin.Simulated ? "simulated" : null,
    };

    /// <summary>The figure as an answer, or the problem.</summary>
    /// <param name="problem">What is wrong; null when nothing is.</param>
    /// <param name="draw">Draws it.</param>
    public static IResult Answer(string? problem, Func<string> draw) => problem is null
        ? TypedResults.Text(draw(), "image/svg+xml; charset=utf-8")
        : TypedResults.Text(problem + "\n", "text/plain; charset=utf-8", statusCode: StatusCodes.Status400BadRequest);
}
