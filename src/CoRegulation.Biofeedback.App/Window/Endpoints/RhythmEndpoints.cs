using CoRegulation.Biofeedback.Figures.Drawing;
using CoRegulation.Biofeedback.Figures.Rhythm;
using CoRegulation.Biofeedback.Sessions.Live;

namespace CoRegulation.Biofeedback.App.Window.Endpoints;

/// <summary><c>GET /figures/tachogram.svg</c> and <c>GET /figures/spectrum.svg</c>: one person's intervals, and how fast they swing.</summary>
internal static class RhythmEndpoints
{
    /// <summary>Answers the figures.</summary>
    public static void MapRhythm(this IEndpointRouteBuilder routes)
    {
        Map(routes, "/figures/tachogram.svg", TachogramFigure.Draw);
        Map(routes, "/figures/spectrum.svg", SpectrumFigure.Draw);
    }

    private static void Map(IEndpointRouteBuilder routes, string path, Func<RhythmData, FigureFrame, string> draw) =>
        routes.MapGet(path, (ILiveSession session, string person = "A", string theme = "light", int width = 600, int height = 300, double? lastS = null) =>
        {
            var request = new FigureRequest(theme, width, height, lastS);
            var index = session.Header.People.Select(one => one.Id).ToList().IndexOf(person);
            var problem = index < 0 ? $"The person is one of: {string.Join(", ", session.Header.People.Select(one => one.Id))}." : request.Problem();
            return FigureRequest.Answer(problem, () => draw(RhythmData.From(session.Header, session.History, index), request.Frame(session.Header.Origin)));
        });
}
