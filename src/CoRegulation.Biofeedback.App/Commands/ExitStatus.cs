namespace CoRegulation.Biofeedback.App.Commands;

/// <summary>What the program returns to the shell; scripts rely on it.</summary>
internal static class ExitStatus
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The command line and its input were right, and the work failed.</summary>
    public const int WorkFailed = 1;

    /// <summary>The command line or the input is wrong.</summary>
    public const int WrongInput = 2;
}
