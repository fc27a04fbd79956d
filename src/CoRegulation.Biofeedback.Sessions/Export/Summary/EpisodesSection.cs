using System.Text.Json;
using CoRegulation.Biofeedback.Analysis.Episodes;

namespace CoRegulation.Biofeedback.Sessions.Export.Summary;

/// <summary>The array <c>episodes</c> of <c>summary.json</c>: of the pair, and of each person.</summary>
internal static class EpisodesSection
{
    /// <summary>Writes it.</summary>
    /// <param name="json">Where to: within an object.</param>
    /// <param name="episodes">The episodes with the person's letter, in the order in which they are to stand.</param>
    public static void Write(Utf8JsonWriter json, IEnumerable<(string Person, Episode Episode)> episodes)
    {
        json.WriteStartArray("episodes");
        foreach (var (person, episode) in episodes)
        {
            json.WriteStartObject();
            json.WriteString("person", person);
            json.WriteNumber("onsetS", episode.OnsetS);
            json.WriteNumber("peakS", episode.PeakS);
            json.WriteNumber("amplitudeBpm", episode.AmplitudeBpm);
            Seconds(json, "timeToBaselineS", episode.TimeToBaselineS);
            json.WriteBoolean("censored", episode.IsCensored);
            Seconds(json, "timeConstantS", episode.TimeConstantS);
            Seconds(json, "timeToHalfS", episode.TimeToHalfS);
            json.WriteNumber("observedS", episode.ObservedS);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Seconds(Utf8JsonWriter json, string name, double? seconds)
    {
        if (seconds is { } value)
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }
}
