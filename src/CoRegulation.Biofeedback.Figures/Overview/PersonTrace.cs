using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Figures.Overview;

/// <summary>A person's heart rate over a session.</summary>
/// <param name="Name">Name; free text.</param>
/// <param name="HeartRateBpm">Heart rate at 0, 0.25, 0.5 … s, bpm; NaN in a gap.</param>
public sealed record PersonTrace(string Name, ImmutableArray<double> HeartRateBpm);
