using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Live;
using CoRegulation.Biofeedback.Sessions.Snapshots;

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

    /// <summary>The rhythm of one person in a session that runs.</summary>
    /// <param name="header">Who takes part.</param>
    /// <param name="history">What has been so far.</param>
    /// <param name="person">0 for the first person, 1 for the second.</param>
    /// <exception cref="ArgumentNullException">Something is null.</exception>
    public static RhythmData From(SessionHeader header, SnapshotHistory history, int person)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(history);
        return new()
        {
            Beats = history.Beats(person),
            NowS = Math.Max(0, history.NextIndex - 1) / (double)Snapshot.PerSecond,
            Name = header.People[person].Name,
            IsB = person == 1,
        };
    }

    /// <summary>The first instant that a figure shows, s.</summary>
    /// <param name="lastS">The last so many seconds; null for all.</param>
    internal double StartS(double? lastS) =>
        lastS is { } last ? NowS - last : Beats.IsEmpty ? 0 : Beats[0].TimeS - ((Beats[0].RrMs ?? 0) / 1000);

    /// <summary>The beats that a figure from an instant on is made of.</summary>
    internal ImmutableArray<Beat> Since(double startS) => [.. Beats.Where(beat => beat.TimeS >= startS)];
}
