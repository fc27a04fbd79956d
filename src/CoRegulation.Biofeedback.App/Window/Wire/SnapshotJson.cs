using System.Collections.Immutable;
using CoRegulation.Biofeedback.App.Window.Words;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Snapshots;

namespace CoRegulation.Biofeedback.App.Window.Wire;

/// <summary>The data of <c>event: snapshot</c>.</summary>
internal sealed record SnapshotJson
{
    public required double TimeS { get; init; }

    public required Origin Origin { get; init; }

    public required string? Phase { get; init; }

    public required double? PacerPerMin { get; init; }

    public required ImmutableArray<PersonJson> People { get; init; }

    public required DyadJson? Dyad { get; init; }

    public required string Clock { get; init; }

    public static SnapshotJson From(Snapshot snapshot, SessionHeader header) => new()
    {
        TimeS = snapshot.TimeS,
        Origin = header.Origin,
        Phase = snapshot.Phase,
        PacerPerMin = snapshot.PacerPerMin,
        People = [.. snapshot.People.Select(person => PersonJson.From(person, snapshot.TimeS))],
        Dyad = snapshot.Dyad is { } dyad ? DyadJson.From(dyad, header.People, snapshot.TimeS) : null,
        Clock = TimeWords.Clock(snapshot.TimeS),
    };
}
