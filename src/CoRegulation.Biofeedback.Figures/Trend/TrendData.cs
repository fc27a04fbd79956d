using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Figures.Trend;

/// <summary>What the trend of one person over sessions shows: the time to come back to the own baseline.</summary>
public sealed record TrendData
{
    /// <summary>The sessions, in order of time.</summary>
    public required ImmutableArray<TrendPoint> Sessions { get; init; }

    /// <summary>The trends, at most one of each kind. Default none: with few sessions there is none to show.</summary>
    public ImmutableArray<TrendLine> Lines { get; init; } = [];

    /// <summary>Name of the person; free text.</summary>
    public string Name { get; init; } = "A";

    /// <summary>Whether the person is B, who has the other colour.</summary>
    public bool IsB { get; init; }
}
