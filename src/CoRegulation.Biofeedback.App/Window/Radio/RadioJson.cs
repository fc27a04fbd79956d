using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoRegulation.Biofeedback.App.Window.Radio;

/// <summary>How messages between page and service are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RadioMessage))]
internal sealed partial class RadioJson : JsonSerializerContext
{
    /// <summary>Reads a message; null when it is none.</summary>
    public static RadioMessage? Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, Default.RadioMessage);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes a message.</summary>
    public static byte[] Write(RadioMessage message) => JsonSerializer.SerializeToUtf8Bytes(message, Default.RadioMessage);
}
