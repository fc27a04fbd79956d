using System.Text.Json;
using CoRegulation.Biofeedback.Analysis.Convergence;

namespace CoRegulation.Biofeedback.Sessions.Export.Summary;

/// <summary><c>dyad.convergence</c> of <c>summary.json</c>.</summary>
internal static class ConvergenceSection
{
    public static void Write(Utf8JsonWriter json, in ConvergenceSummary convergence)
    {
        json.WriteStartObject("convergence");
        json.Number("startBpm", convergence.StartBpm);
        json.Number("endBpm", convergence.EndBpm);
        Write(json, convergence.Slope);
        json.Word("state", convergence.State);
        json.Word("course", convergence.Course);
        json.WriteStartArray("people");
        Write(json, "A", convergence.A);
        Write(json, "B", convergence.B);
        json.WriteEndArray();
        json.WriteString("missing", convergence.Missing);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string person, PersonTrend trend)
    {
        json.WriteStartObject();
        json.WriteString("person", person);
        Write(json, trend.Slope);
        json.Word("trend", trend.Word);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Trend slope)
    {
        json.Number("slopeBpmPerMin", slope.BpmPerMin);
        json.Number("slopeLow", slope.LowBpmPerMin);
        json.Number("slopeHigh", slope.HighBpmPerMin);
    }
}
