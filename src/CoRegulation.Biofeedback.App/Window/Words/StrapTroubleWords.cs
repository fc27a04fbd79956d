using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sessions.Straps;

namespace CoRegulation.Biofeedback.App.Window.Words;

/// <summary>What keeps straps from being heard while a session runs, and what to do: the card has room for "signal lost" only.</summary>
internal static class StrapTroubleWords
{
    /// <summary>The sentences of those who take part, each said once with the names that it concerns; empty when all is well.</summary>
    public static string From(IEnumerable<Place> takingPart) => string.Join(" ", takingPart
        .Select(place => (place.Name, Sentence: Sentence(place.Reading)))
        .Where(one => one.Sentence is not null)
        .GroupBy(one => one.Sentence)
        .Select(same => $"{string.Join(", ", same.Select(one => one.Name))}: {same.Key}"));

    // Nothing that counts seconds: a screen reader would read it out each second.
    private static string? Sentence(StrapReading? reading) => reading switch
    {
        { State: SensorState.Lost or SensorState.GaveUp or SensorState.Connecting, Detail: { } detail } => detail,
        { HasFallenSilent: true } => PlaceWords.Silence,
        _ => null,
    };
}
