using System.Collections.Immutable;
using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Sessions.Library;

/// <summary>A past session as the index knows it.</summary>
public sealed record LibrarySession
{
    /// <summary>The recording's path within the library without its ending: what the session is called in a library.</summary>
    public required string Name { get; init; }

    /// <summary>The files of the recording, its first part first.</summary>
    public required ImmutableArray<FileStamp> Files { get; init; }

    /// <summary>What is wrong with the recording, as one line for a person; null when it could be analysed.</summary>
    public string? Problem { get; init; }

    /// <summary>What a person should know about a recording that was read nevertheless.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>When it began; null where not even the header can be read.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>Where the beats come from; null where not even the header can be read.</summary>
    public Origin? Origin { get; init; }

    /// <summary>A title, where the recording has one.</summary>
    public string? Title { get; init; }

    /// <summary>The session that all its parts and copies share, where the recording says.</summary>
    public Guid? Session { get; init; }

    /// <summary>Time of the last fact, s.</summary>
    public double DurationS { get; init; }

    /// <summary>Whether it was ended properly.</summary>
    public bool Finished { get; init; }

    /// <summary>Who took part.</summary>
    public ImmutableArray<LibraryPerson> People { get; init; } = [];

    /// <summary>The pair; null for one person, or when nothing could be analysed.</summary>
    public LibraryDyad? Dyad { get; init; }

    /// <summary>Rises of the heart rate of everybody.</summary>
    public ImmutableArray<LibraryEpisode> Episodes { get; init; } = [];

    /// <summary>The session of which this is a copy or a part that is not called so; null when it stands for itself. It counts for nothing, or the
    /// session would count twice.</summary>
    public string? CopyOf { get; init; }

    /// <summary>Whether the other person was there, too.</summary>
    public bool IsOfTwo => People.Length > 1;
}
