using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.App.Window.Words;

/// <summary>What is said of the recording.</summary>
/// <param name="Text">In the bar, short.</param>
/// <param name="File">The file's name; empty when nothing is recorded.</param>
/// <param name="Trouble">Why nothing is written just now and what to do; empty when all is well.</param>
internal sealed record RecordingWords(string Text, string File, string Trouble)
{
    /// <summary>The words of a recording that runs; null: nothing is recorded.</summary>
    public static RecordingWords From(RecordingStatus? recording) => recording switch
    {
        null => new("not recorded", "", ""),
        { Elsewhere: { } elsewhere } => new("recorded elsewhere", Path.GetFileName(recording.Path), elsewhere),
        { Trouble: { } lost, IsClosed: true } => new("recording incomplete", Path.GetFileName(recording.Path), lost),
        { Trouble: { } trouble } => new(
            "recording waits",
            Path.GetFileName(recording.Path),
            $"{trouble} Nothing is lost so far."),
        _ => new("recording", Path.GetFileName(recording.Path), ""),
    };

    /// <summary>What is said before the start.</summary>
    /// <param name="recordTo">The folder or file, said in full: who reads it does not know where the program was started; null when nothing will be recorded.</param>
    /// <param name="isResumed">Whether a session that broke off goes on.</param>
    public static string BeforeStart(string? recordTo, bool isResumed) => (recordTo, isResumed) switch
    {
        (null, _) => "Not recorded: when the program ends, nothing is kept.",
        ({ } first, true) => $"Goes on with the session recorded at {Path.GetFullPath(first)}, in a new part.",
        _ => $"Will be recorded to {Path.GetFullPath(recordTo)}, readable by you alone.",
    };
}
