using System.Net;
using Microsoft.Extensions.Primitives;

namespace CoRegulation.Biofeedback.App.Window.Security;

/// <summary>Turns away what does not come from this machine's own page or programs: other names for this host (DNS rebinding),
/// other sites' scripts (cross-site requests), other addresses.</summary>
internal sealed class LocalRequestsOnly(RequestDelegate next)
{
    private static readonly string[] OwnNames = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Passes the request on, or answers 403.</summary>
    public Task InvokeAsync(HttpContext context) => Problem(context) is { } problem ? RefuseAsync(context, problem) : next(context);

    private static string? Problem(HttpContext context)
    {
        var request = context.Request;
        if (context.Connection.RemoteIpAddress is { } address && !IPAddress.IsLoopback(address))
            return "This window answers its own machine only.";
        if (!OwnNames.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase) || (request.Host.Port ?? 80) != context.Connection.LocalPort)
            return "The Host header is not this window's: open it as http://127.0.0.1 with its port.";
        if (request.Headers.Origin is { Count: > 0 } origin && !IsOwn(origin, request))
            return "Another site's page may not talk to this window.";
        // A browser says where a request comes from; other programs do not, and they are not led astray by a page.
        // A link from elsewhere may open the page itself, nothing else.
        if (request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site && site != "same-origin" && site != "none" && !OpensThePage(request))
            return "Another site's page may not read this window.";
        return null;
    }

    private static bool IsOwn(StringValues origin, HttpRequest request) =>
        origin.Count == 1 && string.Equals(origin[0], $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);

    private static bool OpensThePage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Path == "/" && request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document";

    private static Task RefuseAsync(HttpContext context, string problem)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsync(problem + "\n", context.RequestAborted);
    }
}
