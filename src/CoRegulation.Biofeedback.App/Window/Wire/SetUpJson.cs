using System.Collections.Immutable;
using CoRegulation.Biofeedback.App.Window.Words;
using CoRegulation.Biofeedback.Sessions.Straps;

namespace CoRegulation.Biofeedback.App.Window.Wire;

/// <summary>The answer of <c>GET /api/setup</c>: everything of the choosing of straps.</summary>
internal sealed record SetUpJson
{
    public required bool Started { get; init; }

    public required bool CanStart { get; init; }

    public required bool CanSwap { get; init; }

    public required bool IsRecorded { get; init; }

    public required string RecordingText { get; init; }

    public required ImmutableArray<PlaceJson> Places { get; init; }

    public required ImmutableArray<SightingJson> InRange { get; init; }

    public required ImmutableArray<RadioTroubleJson> Troubles { get; init; }

    /// <summary>The state of a stage.</summary>
    public static SetUpJson From(LiveStage stage, TimeProvider time)
    {
        var state = stage.SetUp.Now;
        var session = stage.Session;
        var taken = state.Places.Count(place => place.IsTaken);
        return new()
        {
            Started = session is not null,
            CanStart = session is null && taken > 0,
            CanSwap = session is null ? taken > 0 : session.Header.People.Length == 2,
            IsRecorded = session is null ? stage.RecordTo is not null : session.Recording is not null,
            RecordingText = session is null ? RecordingWords.BeforeStart(stage.RecordTo, stage.IsResumed) : RecordingWords.From(session.Recording).Text,
            Places = [.. state.Places.Select(place => PlaceJson.From(place, stage.TakesPart(place.Id), time))],
            InRange = [.. state.InRange.Select(strap => SightingJson.From(strap, state.Places.FirstOrDefault(place => place.StrapId == strap.Sighting.Id)?.Id))],
            Troubles = [.. state.Troubles.Select(trouble => new RadioTroubleJson(trouble.Backend, trouble.Trouble, trouble.Sentence))],
        };
    }
}
