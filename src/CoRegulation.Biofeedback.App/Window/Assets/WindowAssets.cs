using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace CoRegulation.Biofeedback.App.Window.Assets;

/// <summary>The files of the page, out of the assembly: they are found whatever the working directory and however the program was installed.</summary>
internal static class WindowAssets
{
    private const string Root = "wwwroot/";

    /// <summary>Answers <c>GET</c> for every file of the page and for <c>/palette.css</c>.</summary>
    public static void MapWindowAssets(this IEndpointRouteBuilder routes)
    {
        foreach (var name in typeof(WindowAssets).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Root, StringComparison.Ordinal)))
            routes.MapAsset("/" + name[Root.Length..], Read(name));
        routes.MapAsset("/palette.css", Asset(PaletteCss.Bytes(), "text/css; charset=utf-8"));
    }

    private static void MapAsset(this IEndpointRouteBuilder routes, string path, WindowAsset asset) =>
        routes.MapGet(path, (HttpResponse response) =>
        {
            // Kept by the browser, asked about each time: a newer program shows its own page at once.
            response.Headers.CacheControl = "no-cache";
            return TypedResults.Bytes(asset.Content, asset.ContentType, entityTag: EntityTagHeaderValue.Parse(asset.ETag));
        });

    private static WindowAsset Read(string name)
    {
        using var stream = typeof(WindowAssets).Assembly.GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return Asset(content, ContentType(name));
    }

    private static WindowAsset Asset(byte[] content, string contentType) =>
        new(content, contentType, $"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}\"");

    private static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml; charset=utf-8",
        var other => throw new NotSupportedException($"'{name}': no media type is known for {other}."),
    };
}
