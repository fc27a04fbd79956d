using CoRegulation.Biofeedback.Figures.Colours;
using CoRegulation.Biofeedback.Figures.Drawing;
using CoRegulation.Biofeedback.Figures.LagMap;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Live;

namespace CoRegulation.Biofeedback.App.Window.Endpoints;

/// <summary><c>GET /figures/lag-map.svg</c>: the correlation at each lag over time.</summary>
internal static class LagMapEndpoint
{
    private const double LongestS = 7 * 24 * 3600;

    /// <summary>Answers the figure.</summary>
    public static void MapLagMap(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/figures/lag-map.svg", (ILiveSession session, string theme = "light", int width = 600, int height = 300, double? lastS = null) =>
            Problem(session, theme, width, height, lastS) is { } problem
                ? TypedResults.Text(problem + "\n", "text/plain; charset=utf-8", statusCode: StatusCodes.Status400BadRequest)
                : TypedResults.Text(Draw(session, theme, width, height, lastS), "image/svg+xml; charset=utf-8"));

    private static string? Problem(ILiveSession session, string theme, int width, int height, double? lastS) =>
        session.Header.People.Length < 2 ? "One person has no lag: this figure is of a pair."
        : theme is not ("light" or "dark") ? "The theme is light or dark."
        : width is < FigureFrame.LeastWidthPx or > FigureFrame.LargestPx ? $"The width is in pixels, from {FigureFrame.LeastWidthPx} to {FigureFrame.LargestPx}."
        : height is < FigureFrame.LeastHeightPx or > FigureFrame.LargestPx ? $"The height is in pixels, from {FigureFrame.LeastHeightPx} to {FigureFrame.LargestPx}."
        : lastS is { } last && !(last is > 0 and <= LongestS) ? "lastS is in seconds, above 0 and at most a week."
        : null;

    private static string Draw(ILiveSession session, string theme, int width, int height, double? lastS) =>
        LagMapFigure.Draw(LagMapData.From(session.Header, session.History), new FigureFrame
        {
            Palette = theme == "dark" ? Palette.Dark : Palette.Light,
            WidthPx = width,
            HeightPx = height,
            LastS = lastS,
            Note = session.Header.Origin is Origin.Simulated ? "simulated" : null,
        });
}
