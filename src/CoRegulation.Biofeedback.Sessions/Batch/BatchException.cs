namespace CoRegulation.Biofeedback.Sessions.Batch;

/// <summary>A batch cannot go on; the message is one line for the user.</summary>
/// <param name="message">What is wrong, where, what to do.</param>
/// <param name="inputIsWrong">Whether the command line is wrong (exit status 2) rather than that the work failed (exit status 1).</param>
/// <param name="inner">What was caught, where something was.</param>
public sealed class BatchException(string message, bool inputIsWrong, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether the command line is wrong (exit status 2) rather than that the work failed (exit status 1).</summary>
    public bool InputIsWrong { get; } = inputIsWrong;
}
