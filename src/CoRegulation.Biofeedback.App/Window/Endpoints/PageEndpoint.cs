using CoRegulation.Biofeedback.App.Window.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CoRegulation.Biofeedback.App.Window.Endpoints;

/// <summary><c>GET /</c>: the page, its markup made here once and moved by its scripts from then on.</summary>
internal static class PageEndpoint
{
    /// <summary>Answers the page: of the session or, while there is none, of the choosing of straps.</summary>
    public static void MapPage(this IEndpointRouteBuilder routes, CurrentSession session, LiveWindow? live) =>
        routes.MapGet("/", async (IServiceProvider services, ILoggerFactory loggers) => TypedResults.Content(
            session.IsThere
                ? await RenderAsync<WindowPage>(new() { [nameof(WindowPage.Model)] = PageModel.From(session) with { HasStraps = live is not null } }, services, loggers)
                : await RenderAsync<SetUpPage>([], services, loggers),
            "text/html; charset=utf-8"));

    private static async Task<string> RenderAsync<TPage>(Dictionary<string, object?> parameters, IServiceProvider services, ILoggerFactory loggers)
        where TPage : IComponent
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        var view = ParameterView.FromDictionary(parameters);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TPage>(view)).ToHtmlString());
    }
}
