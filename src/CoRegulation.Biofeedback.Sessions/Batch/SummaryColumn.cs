using System.Globalization;
using System.Text.Json;

namespace CoRegulation.Biofeedback.Sessions.Batch;

/// <summary>A column that is a value of <c>summary.json</c>.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Path">Where the value stands: keys and places in lists with points between.</param>
/// <param name="Meaning">What it means.</param>
internal sealed record SummaryColumn(string Name, string Unit, string Path, string Meaning)
{
    /// <summary>The value, or null where there is none.</summary>
    public object? Value(JsonElement summary) => At(summary, Path) switch
    {
        { ValueKind: JsonValueKind.Number } number => number.GetDouble(),
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.True } => "true",
        { ValueKind: JsonValueKind.False } => "false",
        { ValueKind: JsonValueKind.Array } list => list.GetArrayLength(),
        _ => null,
    };

    /// <summary>What stands at a path; undefined where nothing does.</summary>
    public static JsonElement At(JsonElement element, string path)
    {
        foreach (var key in path.Split('.'))
        {
            if (element.ValueKind is JsonValueKind.Array && int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var place))
                element = place < element.GetArrayLength() ? element[place] : default;
            else if (element.ValueKind is not JsonValueKind.Object || !element.TryGetProperty(key, out element))
                return default;
        }

        return element;
    }
}
