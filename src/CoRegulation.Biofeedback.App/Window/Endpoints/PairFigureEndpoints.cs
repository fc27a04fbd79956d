using CoRegulation.Biofeedback.Figures.Distance;
using CoRegulation.Biofeedback.Figures.Drawing;
using CoRegulation.Biofeedback.Figures.LagMap;
using CoRegulation.Biofeedback.Sessions.Live;

namespace CoRegulation.Biofeedback.App.Window.Endpoints;

/// <summary><c>GET /figures/lag-map.svg</c> and <c>GET /figures/distance.svg</c>: the figures of a pair.</summary>
internal static class PairFigureEndpoints
{
    /// <summary>Answers the figures.</summary>
    public static void MapPairFigures(this IEndpointRouteBuilder routes)
    {
        Map(routes, "/figures/lag-map.svg", "One person has no lag", (session, frame) =>
            LagMapFigure.Draw(LagMapData.From(session.Header, session.History), frame));
        Map(routes, "/figures/distance.svg", "One person has no distance", (session, frame) =>
            DistanceFigure.Draw(DistanceData.From(session.Header, session.History, session.Events), frame));
    }

    private static void Map(IEndpointRouteBuilder routes, string path, string alone, Func<ILiveSession, FigureFrame, string> draw) =>
        routes.MapGet(path, (ILiveSession session, string theme = "light", int width = 600, int height = 300, double? lastS = null) =>
        {
            var request = new FigureRequest(theme, width, height, lastS);
            var problem = session.Header.People.Length < 2 ? $"{alone}: this figure is of a pair." : request.Problem();
            return FigureRequest.Answer(problem, () => draw(session, request.Frame(session.Header.Origin)));
        });
}
