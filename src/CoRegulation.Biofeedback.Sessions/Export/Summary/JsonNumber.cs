using System.Text.Json;

namespace CoRegulation.Biofeedback.Sessions.Export.Summary;

/// <summary>Numbers that may be missing.</summary>
internal static class JsonNumber
{
    /// <summary>Writes a number, or null where there is none.</summary>
    public static void Number(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    /// <summary>Writes a word in camelCase; null where there is none.</summary>
    public static void Word<T>(this Utf8JsonWriter json, string name, T? value)
        where T : struct, Enum => json.WriteString(name, value is { } word ? JsonNamingPolicy.CamelCase.ConvertName(word.ToString()) : null);
}
