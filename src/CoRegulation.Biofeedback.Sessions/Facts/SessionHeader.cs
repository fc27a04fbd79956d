using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Sessions.Facts;

/// <summary>The first line of a recording: who, when, from where.</summary>
public sealed record SessionHeader
{
    /// <summary>The newest format that this program reads and the one that it writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Version of the file format.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>The program that wrote it, with version.</summary>
    public required string Program { get; init; }

    /// <summary>Wall-clock time of session time 0.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>Where the beats come from.</summary>
    public required Origin Origin { get; init; }

    /// <summary>One or two people, A first.</summary>
    public required ImmutableArray<Person> People { get; init; }

    /// <summary>The session that all its parts share.</summary>
    public Guid? Session { get; init; }

    /// <summary>Number of the part, from 1.</summary>
    public int Part { get; init; } = 1;

    /// <summary>Where this part starts, s since the session's start.</summary>
    public double PartStartS { get; init => field = SessionTime.Round(value); }

    /// <summary>A title for the screen, where the recording has one (key <c>title</c>).</summary>
    public string? Title { get; init; }

    /// <summary>Settings that the session was recorded with: a JSON object on one line; null when there are none.</summary>
    public string? Settings { get; init; }

    /// <summary>The keys of the header that this program does not know: a JSON object on one line; null when there are none.</summary>
    public string? Extra { get; init; }

    /// <summary>Whether everything is the same, each person included.</summary>
    /// <param name="other">The other header.</param>
    public bool Equals(SessionHeader? other) =>
        other is not null
        && (Format, Program, Started, Origin, Session, Part) == (other.Format, other.Program, other.Started, other.Origin, other.Session, other.Part)
        && PartStartS.Equals(other.PartStartS)
        && (Title, Settings, Extra) == (other.Title, other.Settings, other.Extra)
        && People.AsSpan().SequenceEqual(other.People.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Program, Started, Origin, Session, Part, Title);
}
