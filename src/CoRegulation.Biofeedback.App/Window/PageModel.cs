using System.Collections.Immutable;
using CoRegulation.Biofeedback.App.Window.Words;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Live;

namespace CoRegulation.Biofeedback.App.Window;

/// <summary>What the page's markup is made of; everything that changes comes later, by the stream.</summary>
public sealed record PageModel
{
    /// <summary>Markers at the keys 1 to 8: what can be seen or heard, never what somebody may feel.</summary>
    public static ImmutableArray<string> PresetMarkers { get; } =
        ["touch", "eye contact", "silence", "laughter", "tears", "voice raised", "movement", "breathing together"];

    /// <summary>The session's title.</summary>
    public required string Title { get; init; }

    /// <summary>Where the beats come from.</summary>
    public required string Origin { get; init; }

    /// <summary>One or two people, A first.</summary>
    public required ImmutableArray<Person> People { get; init; }

    /// <summary>Whether this is a replay.</summary>
    public required bool CanSeek { get; init; }

    /// <summary>The session's length, s; null while it is not known.</summary>
    public required double? DurationS { get; init; }

    /// <summary>Whether straps can be exchanged while the session runs.</summary>
    public bool HasStraps { get; init; }

    /// <summary>What is said of the recording; null where nothing is recorded because nothing new happens.</summary>
    public string? Recording { get; init; }

    /// <summary>Whether there are two people.</summary>
    public bool IsPair => People.Length == 2;

    /// <summary>The length as a clock; empty while it is not known.</summary>
    public string DurationClock => DurationS is { } duration ? TimeWords.Clock(duration) : "";

    /// <summary>The page of a session.</summary>
    public static PageModel From(ILiveSession session) => new()
    {
        Title = string.IsNullOrWhiteSpace(session.Header.Title) ? "Session" : session.Header.Title,
        Origin = OriginWords.Label(session.Header.Origin, session.CanSeek),
        People = session.Header.People,
        CanSeek = session.CanSeek,
        DurationS = session.DurationS,
        Recording = session.CanSeek ? null : RecordingWords.From(session.Recording).Text,
    };
}
