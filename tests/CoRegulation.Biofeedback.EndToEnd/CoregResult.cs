namespace CoRegulation.Biofeedback.EndToEnd;

/// <summary>What a finished run of the program left.</summary>
internal sealed record CoregResult(int ExitStatus, string Output, string Error)
{
    /// <summary>The lines of the standard error.</summary>
    public IReadOnlyList<string> ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
