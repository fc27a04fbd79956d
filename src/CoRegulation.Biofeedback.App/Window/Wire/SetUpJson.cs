using System.Collections.Immutable;
using CoRegulation.Biofeedback.App.Window.Words;

namespace CoRegulation.Biofeedback.App.Window.Wire;

/// <summary>The answer of <c>GET /api/setup</c>: everything of the choosing of straps.</summary>
internal sealed record SetUpJson
{
    public required bool Started { get; init; }

    public required bool CanStart { get; init; }

    public required bool CanSwap { get; init; }

    public required bool IsRecorded { get; init; }

    public required string RecordingText { get; init; }

    /// <summary>The folder into which the session can still be recorded; null where that is decided.</summary>
    public required string? RecordInto { get; init; }

    public required ImmutableArray<PlaceJson> Places { get; init; }

    public required ImmutableArray<SightingJson> InRange { get; init; }

    public required ImmutableArray<RadioTroubleJson> Troubles { get; init; }

    /// <summary>How beats come through this browser; null where none do.</summary>
    public required BrowserWords? Browser { get; init; }

    /// <summary>The state of a window of straps.</summary>
    public static SetUpJson From(LiveWindow live)
    {
        var (stage, time) = (live.Stage, live.Time);
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
            RecordInto = stage.RecordInto,
            Places = [.. state.Places.Select(place => PlaceJson.From(place, stage.TakesPart(place.Id), live.Browser, time))],
            InRange = [.. state.InRange.Select(strap => SightingJson.From(strap, state.Places.FirstOrDefault(place => place.StrapId == strap.Sighting.Id)?.Id))],
            Browser = BrowserWords.From(live.Browser?.Status),
            Troubles = [.. state.Troubles.Select(trouble => new RadioTroubleJson(trouble.Backend, trouble.Trouble, trouble.Sentence))],
        };
    }
}
