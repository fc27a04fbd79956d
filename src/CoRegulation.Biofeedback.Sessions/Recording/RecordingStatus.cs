namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>How the recording of a running session is.</summary>
/// <param name="Path">The file of the current part; while there is trouble the last one that took lines.</param>
/// <param name="Part">Its number, from 1.</param>
/// <param name="Trouble">Why nothing is written just now and what to do, a sentence or two for the person at the screen; null when all is well.</param>
/// <param name="WaitingLines">How many lines are kept in memory until there is room for them.</param>
public sealed record RecordingStatus(string Path, int Part, string? Trouble, int WaitingLines)
{
    /// <summary>Of a recording that was closed while its disk took nothing: that its last part is in a spare folder, and what to do, a sentence or two for
    /// the person at the screen. Null when all its parts are beside each other.</summary>
    public string? Elsewhere { get; init; }

    /// <summary>Whether it was closed: lines that wait now are lost, and <see cref="Trouble"/> says so.</summary>
    public bool IsClosed { get; init; }
}
