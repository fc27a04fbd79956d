using System.Collections.Immutable;
using CoRegulation.Biofeedback.Sessions.Engine;
using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Figures.Overview;

/// <summary>What the overview of a session shows.</summary>
public sealed record OverviewData
{
    /// <summary>One or two people, A first.</summary>
    public required ImmutableArray<PersonTrace> People { get; init; }

    /// <summary>Length of the session, s.</summary>
    public required double DurationS { get; init; }

    /// <summary>The phases, in order of time. Default none.</summary>
    public ImmutableArray<PhaseBand> Phases { get; init; } = [];

    /// <summary>The markers, in order of time. Default none.</summary>
    public ImmutableArray<MarkerTick> Markers { get; init; } = [];

    /// <summary>The overview of a whole session, with hindsight.</summary>
    /// <param name="analysis">The session.</param>
    public static OverviewData From(SessionAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        return new OverviewData
        {
            People = [.. analysis.People.Select(person => new PersonTrace(person.Person.Name, [.. person.HeartRateBpm]))],
            DurationS = analysis.DurationS,
            Phases = [.. analysis.Phases.Select(phase => new PhaseBand(phase.Label, phase.StartS, phase.EndS))],
            Markers = [.. analysis.Events.OfType<MarkerFact>().Select(marker => new MarkerTick(marker.Label, marker.TimeS))],
        };
    }
}
