using CoRegulation.Biofeedback.Figures.LagMap;
using CoRegulation.Biofeedback.Sessions.Live;

namespace CoRegulation.Biofeedback.App.Window.Endpoints;

/// <summary><c>GET /figures/lag-map.svg</c>: the correlation at each lag over time.</summary>
internal static class LagMapEndpoint
{
    /// <summary>Answers the figure.</summary>
    public static void MapLagMap(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/figures/lag-map.svg", (ILiveSession session, string theme = "light", int width = 600, int height = 300, double? lastS = null) =>
        {
            var request = new FigureRequest(theme, width, height, lastS);
            var problem = session.Header.People.Length < 2 ? "One person has no lag: this figure is of a pair." : request.Problem();
            return FigureRequest.Answer(problem, () => LagMapFigure.Draw(LagMapData.From(session.Header, session.History), request.Frame(session.Header.Origin)));
        });
}
