using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>A whole recording in memory, all its parts as one.</summary>
public sealed record RecordedSession
{
    /// <summary>The header; of several parts the first one's, with everybody who joined later among its people.</summary>
    public required SessionHeader Header { get; init; }

    /// <summary>Every fact in order of time, those of one time in order of the file.</summary>
    public required IReadOnlyList<Fact> Facts { get; init; }

    /// <summary>Whether the session was ended properly.</summary>
    public required bool Finished { get; init; }

    /// <summary>The partial last line that was left out; null when the file ends with a whole one.</summary>
    public required RecordingCut? Cut { get; init; }

    /// <summary>Whether its file is encrypted; of several parts the last one.</summary>
    public bool Encrypted { get; init; }

    /// <summary>What a person should know about this recording, a sentence each.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Time of the last fact, s since the session's start; 0 without facts.</summary>
    public double DurationS => Facts.Count == 0 ? 0 : Facts[^1].TimeS;

    /// <summary>Up to where it was recorded, s: its last line, or the start of a last part that has none.</summary>
    internal double RecordedS => Math.Max(DurationS, LastPartStartS);

    /// <summary>Where its last part starts, s.</summary>
    internal double LastPartStartS { get; init; }
}
