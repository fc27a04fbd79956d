using System.Text.Json;
using CoRegulation.Biofeedback.Analysis.Anchors;

namespace CoRegulation.Biofeedback.Sessions.Export.Summary;

/// <summary><c>dyad.anchor</c> of <c>summary.json</c>.</summary>
internal static class AnchorSection
{
    public static void Write(Utf8JsonWriter json, in AnchorResult anchor)
    {
        json.WriteStartObject("anchor");
        Write(json, "byLevel", anchor.ByLevel);
        Write(json, "byLag", anchor.ByLag);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string sense, AnchorFinding finding)
    {
        json.WriteStartObject(sense);
        json.WriteString("person", finding.Person?.ToString());
        json.WriteNumber("confidence", finding.Confidence);
        json.Word("reason", finding.Person is null ? finding.Reason : (AnchorReason?)null);
        json.WriteEndObject();
    }
}
