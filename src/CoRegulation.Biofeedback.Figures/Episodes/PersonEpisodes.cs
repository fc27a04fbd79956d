using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Figures.Episodes;

/// <summary>The episodes of one person.</summary>
/// <param name="Name">Name; free text.</param>
/// <param name="Episodes">In order of time; may be empty.</param>
public sealed record PersonEpisodes(string Name, ImmutableArray<EpisodeTrace> Episodes);
