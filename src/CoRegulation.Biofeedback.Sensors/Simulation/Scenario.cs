using System.Collections.Immutable;
using CoRegulation.Biofeedback.Sensors.Simulation.Hearts;

namespace CoRegulation.Biofeedback.Sensors.Simulation;

/// <summary>What one or two simulated people go through; change anything by <c>with</c>.</summary>
public sealed record Scenario
{
    /// <summary>Its name on the command line, lower case with hyphens.</summary>
    public required string Name { get; init => field = Check.Text(value, nameof(Name)); }

    /// <summary>A title for the screen.</summary>
    public required string Title { get; init => field = Check.Text(value, nameof(Title)); }

    /// <summary>One sentence on what happens in it.</summary>
    public required string Description { get; init => field = Check.Text(value, nameof(Description)); }

    /// <summary>How long it is meant to last, s.</summary>
    public required double DurationS { get; init => field = Check.In(value, 1, Simulator.LongestS, nameof(DurationS)); }

    /// <summary>The first person.</summary>
    public required ScenarioPerson A { get; init; }

    /// <summary>The second person; null when A is alone.</summary>
    public ScenarioPerson? B { get; init; }

    /// <summary>What the two hearts share; null for nothing.</summary>
    public Coupling? Coupling { get; init; }

    /// <summary>Who stays near the own baseline while the other comes back: A, B or null for nobody.</summary>
    public string? Anchor
    {
        get;
        init => field = value is null or "A" or "B" ? value : throw new ArgumentOutOfRangeException(nameof(Anchor), value, "The anchor is A, B or null.");
    }

    /// <summary>Phases, each until the next.</summary>
    public ImmutableArray<TimedLabel> Phases { get; init; } = [];

    /// <summary>Markers.</summary>
    public ImmutableArray<TimedLabel> Markers { get; init; } = [];

    /// <summary>What the breathing pacer does; both people follow it.</summary>
    public ImmutableArray<PacerChange> Pacer { get; init; } = [];
}
