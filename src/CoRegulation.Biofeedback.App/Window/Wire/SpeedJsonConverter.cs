using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoRegulation.Biofeedback.App.Window.Wire;

/// <summary>A speed as a number, or <c>"max"</c> for as fast as possible, which JSON's numbers cannot say.</summary>
internal sealed class SpeedJsonConverter : JsonConverter<double>
{
    private const string Max = "max";

    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.Number ? reader.GetDouble()
            : reader.TokenType is JsonTokenType.String && reader.ValueTextEquals(Max) ? double.PositiveInfinity
            : throw new JsonException("A speed is a number above 0 or \"max\".");

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        if (double.IsPositiveInfinity(value))
            writer.WriteStringValue(Max);
        else
            writer.WriteNumberValue(value);
    }
}
