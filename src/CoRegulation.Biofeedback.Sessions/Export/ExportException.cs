namespace CoRegulation.Biofeedback.Sessions.Export;

/// <summary>Results could not be written; the message is for the user.</summary>
/// <param name="message">One line: what is wrong, where, what to do.</param>
/// <param name="inputIsWrong">Whether the command line is wrong (exit status 2) rather than that the work failed (exit status 1).</param>
/// <param name="inner">What the operating system said, where it did.</param>
public sealed class ExportException(string message, bool inputIsWrong, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether the command line is wrong (exit status 2) rather than that the work failed (exit status 1).</summary>
    public bool InputIsWrong { get; } = inputIsWrong;
}
