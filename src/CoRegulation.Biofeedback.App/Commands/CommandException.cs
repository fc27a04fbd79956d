namespace CoRegulation.Biofeedback.App.Commands;

/// <summary>A command cannot go on.</summary>
/// <param name="exitStatus">One of <see cref="ExitStatus"/>.</param>
/// <param name="message">One line: what is wrong, where, what to do.</param>
/// <param name="innerException">What was caught, where something was.</param>
internal sealed class CommandException(int exitStatus, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>What the program returns.</summary>
    public int ExitStatus { get; } = exitStatus;
}
