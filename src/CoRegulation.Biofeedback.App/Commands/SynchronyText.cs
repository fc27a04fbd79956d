using System.Globalization;
using System.Text.Json.Nodes;
using CoRegulation.Biofeedback.Sessions.Import;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary>The raw measures as a table for people: every number under its name, of long lists the range.</summary>
internal static class SynchronyText
{
    /// <summary>Writes the table.</summary>
    public static void Write(TextWriter output, string file, JsonObject document)
    {
        var samples = (double)document["n"]!;
        output.WriteLine(OneLine.Of(string.Create(
            CultureInfo.InvariantCulture, $"{file}: {samples} samples, {samples / 60 / PairSeries.SamplesPerSecond:0.##} min; lags are seconds, positive when b follows a")));
        foreach (var (name, measure) in document)
        {
            if (name is "n")
                continue;
            output.WriteLine();
            output.WriteLine(name);
            Rows(output, "", measure);
        }

        output.WriteLine();
        output.WriteLine("Nothing here is tested against chance: strangers often reach the same numbers. In susy_* the lists (lag by lag) are in R's order, lags turned round.");
    }

    private static void Rows(TextWriter output, string path, JsonNode? node)
    {
        if (node is not JsonObject group)
        {
            output.WriteLine($"  {path,-40} {Value(node)}".TrimEnd());
            return;
        }

        foreach (var (name, value) in group)
            Rows(output, path.Length is 0 ? name : $"{path}.{name}", value);
    }

    private static string Value(JsonNode? node) => node is JsonArray list ? Range(list) : node is null ? "-" : Number((double)node);

    private static string Range(JsonArray list)
    {
        JsonNode?[] all = [.. list.SelectMany(item => item is JsonArray row ? row.AsEnumerable() : [item])];
        double[] values = [.. all.OfType<JsonValue>().Select(value => (double)value)];
        var without = all.Length - values.Length;
        return values is []
            ? $"{all.Length} without a value"
            : $"{Number(values.Min())} to {Number(values.Max())} ({values.Length} values{(without is 0 ? "" : $", {without} without")})";
    }

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
