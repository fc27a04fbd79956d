using CoRegulation.Biofeedback.Analysis;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.Sessions.Straps;

/// <summary>What is known of a session before anybody has chosen a strap.</summary>
public sealed record LiveStageOptions
{
    /// <summary>The program's name and version, for the recording.</summary>
    public required string Program { get; init; }

    /// <summary>Where to record, in words for the page: a folder or a file. Null: nothing is recorded.</summary>
    public string? RecordTo { get; init; }

    /// <summary>Makes the recording of a session from its header; null: nothing is recorded.</summary>
    public Func<Facts.SessionHeader, SessionRecording>? Record { get; init; }

    /// <summary>The recording of a session that was interrupted and goes on; null for a new session.</summary>
    public SessionRecording? Resumed { get; init; }

    /// <summary>Where the straps of last time are remembered; null remembers nothing.</summary>
    public string? RememberIn { get; init; }

    /// <summary>Settings of the analysis; null for the defaults.</summary>
    public AnalysisOptions? Analysis { get; init; }
}
