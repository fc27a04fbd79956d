using System.Collections.Immutable;
using System.Text.Json;

namespace CoRegulation.Biofeedback.Sessions.Library;

/// <summary>The numbers of a <c>summary.json</c> that the index has columns for. The document is a contract, so the index asks nothing else of the analysis.</summary>
internal readonly struct SummaryNumbers(JsonElement root)
{
    private readonly JsonElement _root = root;

    public LibraryPerson Of(LibraryPerson named)
    {
        var person = List(At(_root, "people")).FirstOrDefault(found => Text(At(found, "id")) == named.Id);
        return named with
        {
            MeanHeartRateBpm = Number(At(person, "meanHeartRateBpm")),
            BaselineBpm = Number(At(person, "baseline", "heartRateBpm")),
            RmssdMs = Number(At(person, "hrv", "rmssd")),
            BreathingPerMin = Number(At(person, "breathingPerMin")),
            CorrectedPercent = Number(At(person, "correctedPercent")),
        };
    }

    public LibraryDyad? Dyad()
    {
        var dyad = At(_root, "dyad");
        if (dyad.ValueKind is not JsonValueKind.Object)
            return null;
        var (synchrony, convergence, anchor) = (At(dyad, "synchrony"), At(dyad, "convergence"), At(dyad, "anchor"));
        return new()
        {
            R = Number(At(synchrony, "r")),
            LagS = Number(At(synchrony, "lagS")),
            P = Number(At(synchrony, "p")),
            BeyondChance = Truth(At(synchrony, "beyondChance")),
            Paced = Truth(At(synchrony, "paced")),
            StartBpm = Number(At(convergence, "startBpm")),
            EndBpm = Number(At(convergence, "endBpm")),
            SlopeBpmPerMin = Number(At(convergence, "slopeBpmPerMin")),
            State = Text(At(convergence, "state")),
            AnchorByLevel = Text(At(anchor, "byLevel", "person")),
            AnchorByLag = Text(At(anchor, "byLag", "person")),
        };
    }

    /// <summary>Those of everybody, person by person.</summary>
    public ImmutableArray<LibraryEpisode> Episodes() =>
    [
        .. List(At(_root, "people")).SelectMany(person => List(At(person, "episodes"))).Select(episode => new LibraryEpisode
        {
            Person = Text(At(episode, "person")) ?? "A",
            OnsetS = Number(At(episode, "onsetS")) ?? double.NaN,
            PeakS = Number(At(episode, "peakS")) ?? double.NaN,
            AmplitudeBpm = Number(At(episode, "amplitudeBpm")),
            TimeToBaselineS = Number(At(episode, "timeToBaselineS")),
            IsCensored = Truth(At(episode, "censored")) ?? false,
            ObservedS = Number(At(episode, "observedS")),
            TimeConstantS = Number(At(episode, "timeConstantS")),
        }).Where(episode => double.IsFinite(episode.OnsetS) && double.IsFinite(episode.PeakS)),
    ];

    private static JsonElement At(JsonElement element, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (element.ValueKind is not JsonValueKind.Object || !element.TryGetProperty(key, out element))
                return default;
        }

        return element;
    }

    private static IEnumerable<JsonElement> List(JsonElement element) =>
        element.ValueKind is JsonValueKind.Array ? element.EnumerateArray() : Enumerable.Empty<JsonElement>();

    private static double? Number(JsonElement element) => element.ValueKind is JsonValueKind.Number ? element.GetDouble() : null;

    private static string? Text(JsonElement element) => element.ValueKind is JsonValueKind.String ? element.GetString() : null;

    private static bool? Truth(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
