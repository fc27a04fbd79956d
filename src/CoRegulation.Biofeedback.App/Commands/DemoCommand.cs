using System.CommandLine;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary><c>coreg demo</c>: the plot window with a recording that comes with the program.</summary>
internal static class DemoCommand
{
    // Beside the program, wherever that is and wherever it is called from.
    private static readonly string Recording = Path.Combine(AppContext.BaseDirectory, "samples", "settling.coreg.jsonl");

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var window = new PlotWindow();
        var command = new ExampleCommand("demo", "Play a simulated couple that settles together: no straps needed", "coreg demo");
        window.AddTo(command);
        command.SetAction((parsed, cancellationToken) => ReplayCommand.PlayAsync(parsed, Recording, passphrase: null, speed: 1, window, cancellationToken));
        return command;
    }
}
