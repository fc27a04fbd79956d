using System.CommandLine;
using CoRegulation.Biofeedback.Sessions.Recording;
using CoRegulation.Biofeedback.Sessions.Replay;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary><c>coreg replay</c>: a recording in the plot window.</summary>
internal static class ReplayCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var file = Inputs.Recording();
        var speed = new Option<double>("--speed")
        {
            HelpName = "X|max",
            Description = "Seconds of the recording a second, or max for as fast as possible",
            DefaultValueFactory = _ => 1,
            CustomParser = result =>
            {
                var text = result.Tokens.Single().Value;
                if (text == "max")
                    return double.PositiveInfinity;
                if (!Inputs.TryNumber(text, out var number) || number <= 0)
                    result.AddError($"--speed {text}: a number above 0, or max, is needed");
                return number;
            },
        };
        var passphrase = new PassphraseInput();
        var window = new PlotWindow();
        var command = new ExampleCommand(
            "replay",
            "Play a recording in the plot window",
            "coreg replay evening.coreg.jsonl",
            "coreg replay evening.coreg.jsonl --speed 10") { file, speed };
        passphrase.AddTo(command);
        window.AddTo(command);
        command.SetAction((parsed, cancellationToken) => PlayAsync(
            parsed, parsed.GetRequiredValue(file), passphrase.ToRead(parsed), parsed.GetValue(speed), window, cancellationToken));
        return command;
    }

    /// <summary>Plays a recording until the window is closed.</summary>
    public static async Task<int> PlayAsync(
        ParseResult parsed, string file, Passphrase? passphrase, double speed, PlotWindow window, CancellationToken cancellationToken)
    {
        var recording = RecordingReader.Read(file, passphrase);
        Inputs.Note(recording, parsed.InvocationConfiguration.Error);
        await using var session = new ReplaySession(recording.Header, recording.Facts, TimeProvider.System, speed);
        return await window.ShowAsync(parsed, session, session.Completion, cancellationToken);
    }
}
