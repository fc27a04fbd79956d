using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Sensors.Simulation;

/// <summary>A session that never was: everything that arrived, and the truth.</summary>
public sealed record SimulatedSession
{
    /// <summary>What was simulated.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>The seed; the same scenario, seed and duration give the same session, bit for bit.</summary>
    public required int Seed { get; init; }

    /// <summary>Its length, s.</summary>
    public required double DurationS { get; init; }

    /// <summary>The people, A first.</summary>
    public required ImmutableArray<SimulatedPerson> People { get; init; }

    /// <summary>Everything that arrived, by time, then by person, then in the order of the strap.</summary>
    public required ImmutableArray<SimulatedMessage> Messages { get; init; }

    /// <summary>Phases that begin within the session.</summary>
    public required ImmutableArray<TimedLabel> Phases { get; init; }

    /// <summary>Markers within the session.</summary>
    public required ImmutableArray<TimedLabel> Markers { get; init; }

    /// <summary>What the pacer does within the session.</summary>
    public required ImmutableArray<PacerChange> Pacer { get; init; }

    /// <summary>What the simulator knows.</summary>
    public required SimulationTruth Truth { get; init; }
}
