using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.Beats;

namespace CoRegulation.Biofeedback.Figures.Rhythm;

/// <summary>What the figures of one person's heart rhythm show.</summary>
public sealed record RhythmData
{
    /// <summary>The rows after artefact correction, in order of time.</summary>
    public required ImmutableArray<Beat> Beats { get; init; }

    /// <summary>Session time now, s.</summary>
    public required double NowS { get; init; }

    /// <summary>Name of the person; free text.</summary>
    public string Name { get; init; } = "A";

    /// <summary>Whether the person is B, who has the other colour.</summary>
    public bool IsB { get; init; }

    /// <summary>The first instant that a figure shows, s.</summary>
    /// <param name="lastS">The last so many seconds; null for all.</param>
    internal double StartS(double? lastS) =>
        lastS is { } last ? NowS - last : Beats.IsEmpty ? 0 : Beats[0].TimeS - ((Beats[0].RrMs ?? 0) / 1000);

    /// <summary>The beats that a figure from an instant on is made of.</summary>
    internal ImmutableArray<Beat> Since(double startS) => [.. Beats.Where(beat => beat.TimeS >= startS)];
}
