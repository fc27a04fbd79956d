using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sessions.Batch;
using CoRegulation.Biofeedback.Sessions.Export;
using CoRegulation.Biofeedback.Sessions.Library;
using CoRegulation.Biofeedback.Sessions.Recording;
using CoRegulation.Biofeedback.Sessions.Straps;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary>How a command that threw ends: an exit status and one line for the person at the keyboard.</summary>
/// <param name="Status">One of <see cref="ExitStatus"/>.</param>
/// <param name="Message">What is wrong, where, what to do.</param>
internal readonly record struct Failure(int Status, string Message)
{
    /// <summary>What an exception means to the person who typed the command.</summary>
    public static Failure From(Exception exception) => exception switch
    {
        CommandException wrong => new(wrong.ExitStatus, wrong.Message),
        RecordingException wrong => new(wrong.InputIsWrong ? ExitStatus.WrongInput : ExitStatus.WorkFailed, wrong.Message),
        ExportException wrong => new(wrong.InputIsWrong ? ExitStatus.WrongInput : ExitStatus.WorkFailed, wrong.Message),
        BatchException wrong => new(wrong.InputIsWrong ? ExitStatus.WrongInput : ExitStatus.WorkFailed, wrong.Message),
        SensorException wrong => new(wrong.Trouble is SensorTrouble.BadIdentity ? ExitStatus.WrongInput : ExitStatus.WorkFailed, wrong.Message),
        ChoiceRefusedException wrong => new(ExitStatus.WrongInput, wrong.Message),
        LibraryException wrong => new(wrong.InputIsWrong ? ExitStatus.WrongInput : ExitStatus.WorkFailed, wrong.Message),
        IOException or UnauthorizedAccessException => new(ExitStatus.WorkFailed, exception.Message),
        OperationCanceledException => new(ExitStatus.WorkFailed, "interrupted: nothing was finished"),
        _ => new(
            ExitStatus.WorkFailed,
            $"a fault of the program, {exception.GetType().Name}: {exception.Message} (add --verbose to see where, and report it)"),
    };

    /// <summary>Writes the line, and after it where it came from if <paramref name="details"/> are given.</summary>
    public void Write(TextWriter error, Exception? details = null)
    {
        error.WriteLine($"coreg: {OneLine.Of(Message)}");
        if (details is not null)
            error.WriteLine(details);
    }
}
