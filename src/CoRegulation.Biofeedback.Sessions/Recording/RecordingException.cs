namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>A recording could not be read or written. The message is one line for the person at the keyboard:
/// what is wrong, where, what to do.</summary>
public sealed class RecordingException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="fault">What kind of trouble.</param>
    /// <param name="message">The line to show. Control characters, which may come from a file or its name, become spaces.</param>
    /// <param name="innerException">What the operating system said, where it did.</param>
    public RecordingException(RecordingFault fault, string message, Exception? innerException = null)
        : base(OneLine(message), innerException) => Fault = fault;

    /// <summary>What kind of trouble.</summary>
    public RecordingFault Fault { get; }

    /// <summary>Whether the command line or the input is wrong (exit status 2) rather than that the work failed (exit status 1).</summary>
    public bool InputIsWrong => Fault is not (RecordingFault.Damaged or RecordingFault.CannotRead or RecordingFault.CannotWrite);

    /// <summary>Whether it may be gone tomorrow without the file being another: the system refused, or the passphrase was not there.</summary>
    internal bool MayPass => Fault is RecordingFault.CannotRead or RecordingFault.PassphraseNeeded or RecordingFault.WrongPassphrase;

    private static string OneLine(string message) =>
        string.Concat(message.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
}
