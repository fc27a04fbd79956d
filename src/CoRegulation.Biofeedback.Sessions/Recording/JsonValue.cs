using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>Values out of a line, each checked, with a <see cref="LineException"/> in words where one is missing or of the wrong type.</summary>
internal static class JsonValue
{
    public static string Text(JsonElement of, string key) =>
        OptionalText(of, key) ?? throw new LineException($"'{key}' is missing");

    public static string? OptionalText(JsonElement of, string key)
    {
        if (!of.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;

        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw new LineException($"'{key}' is not a text");
    }

    public static double Number(JsonElement of, string key) =>
        of.TryGetProperty(key, out var value) ? Finite(value, key) : throw new LineException($"'{key}' is missing");

    public static double Finite(JsonElement value, string key) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : throw new LineException($"'{key}' is not a number");

    public static int Integer(JsonElement of, string key) =>
        OptionalInteger(of, key) ?? throw new LineException($"'{key}' is missing");

    public static int? OptionalInteger(JsonElement of, string key)
    {
        if (!of.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;

        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number
            : throw new LineException($"'{key}' is not a whole number");
    }

    /// <summary>The properties whose names are not among <paramref name="known"/> as a JSON object, byte for byte; null when there are none.</summary>
    public static string? Extra(JsonElement of, params ReadOnlySpan<string> known)
    {
        StringBuilder? extra = null;
        foreach (var property in of.EnumerateObject())
        {
            if (IsKnown(property, known))
                continue;

            extra = extra is null ? new StringBuilder("{") : extra.Append(',');
            extra.Append('"').Append(Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(property))).Append("\":")
                .Append(property.Value.GetRawText());
        }

        return extra?.Append('}').ToString();
    }

    /// <summary>Writes the properties of a JSON object into the object that is being written.</summary>
    public static void WriteExtra(Utf8JsonWriter json, string? extra)
    {
        if (extra is null)
            return;

        using var properties = JsonDocument.Parse(extra);
        foreach (var property in properties.RootElement.EnumerateObject())
        {
            json.WritePropertyName(property.Name);
            json.WriteRawValue(property.Value.GetRawText());
        }
    }

    private static bool IsKnown(JsonProperty property, ReadOnlySpan<string> known)
    {
        foreach (var name in known)
        {
            if (property.NameEquals(name))
                return true;
        }

        return false;
    }
}
