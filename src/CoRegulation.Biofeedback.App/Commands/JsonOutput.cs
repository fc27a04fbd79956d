using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary>What <c>--json</c> prints.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // for terminals and programs, never put into a page
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private static readonly JsonSerializerOptions OneLineOptions = new(Options) { WriteIndented = false };

    /// <summary>Writes one document and a line break.</summary>
    public static void Write<T>(TextWriter output, T document) => output.WriteLine(JsonSerializer.Serialize(document, Options));

    /// <summary>Writes one document as one line, for JSON Lines.</summary>
    public static void WriteLine<T>(TextWriter output, T document) => output.WriteLine(JsonSerializer.Serialize(document, OneLineOptions));
}
