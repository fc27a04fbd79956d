using System.Text.Json;
using CoRegulation.Biofeedback.Analysis.Readings;

namespace CoRegulation.Biofeedback.App.Window.Wire;

/// <summary>A reading in the live stream: null unless the state is <c>valid</c>.</summary>
internal readonly record struct ReadingJson(double? Value, string State)
{
    /// <summary>A reading for the stream.</summary>
    public static implicit operator ReadingJson(Reading reading) =>
        new(reading.Value, JsonNamingPolicy.CamelCase.ConvertName(reading.State.ToString()));
}
