namespace CoRegulation.Biofeedback.Sessions.Export;

/// <summary>Results could not be written; the message is for the user.</summary>
public sealed class ExportException : Exception
{
    /// <summary>With what is wrong, where, and what to do.</summary>
    public ExportException(string message, Exception? inner = null) : base(message, inner)
    {
    }
}
