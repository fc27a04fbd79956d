using System.Collections.Immutable;
using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>What is in a recording and how whole it is.</summary>
public sealed record RecordingInspection
{
    /// <summary>A person's silence longer than this counts as a gap, s: a value on the screen is stale after as long.</summary>
    public const double GapS = 5;

    /// <summary>How many broken lines are listed at most; all are counted.</summary>
    public const int MaxProblems = 100;

    /// <summary>How whole it is.</summary>
    public required RecordingCondition Condition { get; init; }

    /// <summary>In an unreadable recording what is wrong, as one line for a person; else null.</summary>
    public string? Unreadable { get; init; }

    /// <summary>The files that were read, the further parts in their order.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>The header; null in an unreadable recording.</summary>
    public SessionHeader? Header { get; init; }

    /// <summary>Whether its file is encrypted; of several parts the last one.</summary>
    public bool Encrypted { get; init; }

    /// <summary>Whether the end is there.</summary>
    public bool Finished { get; init; }

    /// <summary>The partial last line that is left out; null when there is none.</summary>
    public RecordingCut? Cut { get; init; }

    /// <summary>Time of the last fact, s since the session's start.</summary>
    public double DurationS { get; init; }

    /// <summary>How many lines of each kind, in alphabetical order.</summary>
    public ImmutableSortedDictionary<string, int> Kinds { get; init; } = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);

    /// <summary>What there is of each person of the header.</summary>
    public ImmutableArray<PersonContent> People { get; init; } = [];

    /// <summary>The first <see cref="MaxProblems"/> broken lines.</summary>
    public ImmutableArray<RecordingProblem> Problems { get; init; } = [];

    /// <summary>How many lines are broken.</summary>
    public int ProblemCount { get; init; }

    /// <summary>What a person should know besides, a sentence each.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];
}
