using System.Text.Json.Serialization;
using CoRegulation.Biofeedback.Sessions.Live;

namespace CoRegulation.Biofeedback.App.Window.Wire;

/// <summary>The data of <c>event: transport</c>.</summary>
internal sealed record TransportJson(
    bool Playing, [property: JsonConverter(typeof(SpeedJsonConverter))] double Speed, double PositionS, bool Ended)
{
    public static TransportJson From(Transport transport) =>
        new(transport.Playing, transport.Speed, transport.PositionS, transport.Ended);
}
