using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoRegulation.Biofeedback.App.Window.Wire;

/// <summary>How the window's JSON is written: camelCase names and words, readable text.</summary>
internal static class WindowJson
{
    /// <summary>Applies it.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        // Nothing of this is put into HTML: the page sets text only, and answers are application/json.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
    }
}
