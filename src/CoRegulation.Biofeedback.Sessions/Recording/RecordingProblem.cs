namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>One place where a recording is damaged.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">Number of the line, from 1.</param>
/// <param name="Message">What is wrong there.</param>
public sealed record RecordingProblem(string File, int Line, string Message)
{
    /// <summary>Whether it is a frame of an encrypted file, which costs only itself: nobody could mend it in a copy, so the rest is read without it.</summary>
    internal bool IsFrame { get; init; }
}
