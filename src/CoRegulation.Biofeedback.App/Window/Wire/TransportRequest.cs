using System.Text.Json.Serialization;

namespace CoRegulation.Biofeedback.App.Window.Wire;

/// <summary>The body of <c>POST /api/live/transport</c>.</summary>
/// <param name="Action"><c>play</c>, <c>pause</c>, <c>speed</c> or <c>jump</c>.</param>
/// <param name="Speed">For <c>speed</c>: a number above 0 or <c>"max"</c>.</param>
/// <param name="PositionS">For <c>jump</c>: session time, s.</param>
internal sealed record TransportRequest(
    string? Action, [property: JsonConverter(typeof(SpeedJsonConverter))] double? Speed, double? PositionS);
