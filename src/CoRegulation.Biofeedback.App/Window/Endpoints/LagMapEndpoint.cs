
namespace CoRegulation.Biofeedback.App.Window.Endpoints;

/// <summary><c>GET /figures/lag-map.svg</c>: the correlation at each lag over time.</summary>
internal static class LagMapEndpoint
{
    /// <summary>Answers the figure.</summary>
    public static void MapLagMap(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/figures/lag-map.svg", (string theme = "light", int width = 400, int height = 200) =>
            TypedResults.Text(FormattableString.Invariant($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\"><text x=\"50%\" y=\"50%\" text-anchor=\"middle\" font-family=\"sans-serif\" font-size=\"14\" fill=\"{(theme == "dark" ? "#9AA7B2" : "#5B6770")}\">warming up</text></svg>"), "image/svg+xml; charset=utf-8"));
}
