using CoRegulation.Biofeedback.App.Window.Components;
using CoRegulation.Biofeedback.Sessions.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CoRegulation.Biofeedback.App.Window.Endpoints;

/// <summary><c>GET /</c>: the page, its markup made here once and moved by its scripts from then on.</summary>
internal static class PageEndpoint
{
    /// <summary>Answers the page.</summary>
    public static void MapPage(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/", async (ILiveSession session, IServiceProvider services, ILoggerFactory loggers) =>
            TypedResults.Content(await RenderAsync(PageModel.From(session), services, loggers), "text/html; charset=utf-8"));

    private static async Task<string> RenderAsync(PageModel model, IServiceProvider services, ILoggerFactory loggers)
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(WindowPage.Model)] = model });
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<WindowPage>(parameters)).ToHtmlString());
    }
}
