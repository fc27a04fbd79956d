using System.Text.Json;
using CoRegulation.Biofeedback.Analysis.Episodes;

namespace CoRegulation.Biofeedback.App.Window.Wire;

/// <summary>The current episode of one person in the live stream: null when there is none, or the state is not <c>valid</c>.</summary>
internal sealed record EpisodeJson(string State, EpisodeNowJson? Current)
{
    /// <summary>An episode for the stream.</summary>
    public static EpisodeJson From(EpisodeReading reading) => new(
        JsonNamingPolicy.CamelCase.ConvertName(reading.State.ToString()),
        reading.Current is { } now
            ? new(now.SinceOnsetS, now.SincePeakS, now.AmplitudeBpm, now.HasReturned, now.TimeToBaselineS)
            : null);
}
