using System.Collections.Immutable;
using CoRegulation.Biofeedback.Sensors.Simulation.Hearts;

namespace CoRegulation.Biofeedback.Sensors.Simulation;

/// <summary>What the simulator knows of a session and no strap tells.</summary>
/// <param name="People">The people, A first.</param>
/// <param name="Coupling">What the two hearts share; null for nothing.</param>
/// <param name="Anchor">Who stays near the own baseline while the other comes back: A, B or null for nobody.</param>
public sealed record SimulationTruth(ImmutableArray<PersonTruth> People, Coupling? Coupling, string? Anchor);
