using CoRegulation.Biofeedback.Figures.Episodes;
using CoRegulation.Biofeedback.Sessions.Live;

namespace CoRegulation.Biofeedback.App.Window.Endpoints;

/// <summary><c>GET /figures/episodes.svg</c>: the way back to the baseline of everybody who takes part.</summary>
internal static class EpisodesEndpoint
{
    /// <summary>Answers the figure.</summary>
    public static void MapEpisodes(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/figures/episodes.svg", (ILiveSession session, string theme = "light", int width = 600, int height = 300) =>
        {
            var request = new FigureRequest(theme, width, height, LastS: null);
            return FigureRequest.Answer(request.Problem(), () =>
                EpisodesFigure.Draw(EpisodesData.From(session.Header, session.History), request.Frame(session.Header.Origin)));
        });
}
