using System.Collections.Immutable;
using CoRegulation.Biofeedback.App.Window.Words;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Live;

namespace CoRegulation.Biofeedback.App.Window.Wire;

/// <summary>The answer of <c>GET /api/live/session</c>.</summary>
internal sealed record SessionJson
{
    public required string? Title { get; init; }

    public required Origin Origin { get; init; }

    public required string OriginLabel { get; init; }

    public required DateTimeOffset Started { get; init; }

    public required ImmutableArray<SessionPersonJson> People { get; init; }

    public required double? DurationS { get; init; }

    public required bool CanSeek { get; init; }

    public required TransportJson Transport { get; init; }

    public required ImmutableArray<EventJson> Events { get; init; }

    public static SessionJson From(ILiveSession session) => new()
    {
        Title = session.Header.Title,
        Origin = session.Header.Origin,
        OriginLabel = OriginWords.Label(session.Header.Origin, session.CanSeek),
        Started = session.Header.Started,
        People = [.. session.Header.People.Select(person => new SessionPersonJson(person.Id, person.Name))],
        DurationS = session.DurationS,
        CanSeek = session.CanSeek,
        Transport = TransportJson.From(session.Transport),
        Events = [.. session.Events.Select(EventJson.From).OfType<EventJson>()],
    };
}
