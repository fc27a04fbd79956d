using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Sessions.Snapshots;

/// <summary>All that is known of a session at one instant of its fixed grid, four a second. Never revised.</summary>
public sealed record Snapshot
{
    /// <summary>Snapshots a second of session time.</summary>
    public const int PerSecond = 4;

    /// <summary>Its number k, from 0; it stands at k/4 s and uses what arrived at or before that.</summary>
    public required long Index { get; init; }

    /// <summary>Session time, s.</summary>
    public double TimeS => Index / (double)PerSecond;

    /// <summary>The phase that runs, where one was set.</summary>
    public required string? Phase { get; init; }

    /// <summary>The pacer's rate, breaths per minute, while it runs.</summary>
    public required double? PacerPerMin { get; init; }

    /// <summary>The people, A first.</summary>
    public required ImmutableArray<PersonSnapshot> People { get; init; }

    /// <summary>The pair; null for one person.</summary>
    public required DyadSnapshot? Dyad { get; init; }
}
