using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Figures.Episodes;

/// <summary>What the figure of the episodes shows: each rise of a heart rate above the own baseline, from its onset.</summary>
public sealed record EpisodesData
{
    /// <summary>One or two people, A first.</summary>
    public required ImmutableArray<PersonEpisodes> People { get; init; }

    /// <summary>What to say when there is no episode. Default "no episode": nobody's heart rate rose well above the own baseline.</summary>
    public string Missing { get; init; } = "no episode";
}
