using System.CommandLine;
using System.Globalization;
using CoRegulation.Biofeedback.App.Window;
using CoRegulation.Biofeedback.Sessions.Live;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary>What all commands with a window have in common: their options, and showing a session until it is closed.</summary>
internal sealed class PlotWindow
{
    private readonly Option<int> _port = new("--port")
    {
        HelpName = "PORT",
        Description = "The window's port on this machine (default: one that is free)",
        CustomParser = result =>
        {
            var text = result.Tokens.Single().Value;
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port > 65_535)
                result.AddError($"--port {text}: a whole number from 0 to 65535 is needed");
            return port;
        },
    };

    private readonly Option<bool> _noBrowser = new("--no-browser") { Description = "Print the window's address and open no browser" };

    /// <summary>Gives a command the options of the window.</summary>
    public void AddTo(Command command)
    {
        command.Add(_port);
        command.Add(_noBrowser);
    }

    /// <summary>Shows a session until Ctrl-C.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="session">What to show.</param>
    /// <param name="completion">The session's own end; an error in it ends the window, too.</param>
    /// <param name="cancellationToken">Closes the window.</param>
    public Task<int> ShowAsync(ParseResult parsed, ILiveSession session, Task completion, CancellationToken cancellationToken) =>
        ShowAsync(parsed, options => WindowHost.StartAsync(session, options, cancellationToken), () => completion, cancellationToken);

    /// <summary>Shows straps being chosen and then their session, until Ctrl-C.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="live">Where the session comes from.</param>
    /// <param name="follow">Called when the address has been told; ends with the session, and an error in it ends the window, too.</param>
    /// <param name="cancellationToken">Closes the window.</param>
    public Task<int> ShowAsync(ParseResult parsed, LiveWindow live, Func<Task> follow, CancellationToken cancellationToken) =>
        ShowAsync(parsed, options => WindowHost.StartAsync(live, options, cancellationToken), follow, cancellationToken);

    private async Task<int> ShowAsync(ParseResult parsed, Func<WindowOptions, Task<WindowHost>> open, Func<Task> follow, CancellationToken cancellationToken)
    {
        var options = new WindowOptions
        {
            Port = parsed.GetValue(_port),
            OpenBrowser = !parsed.GetValue(_noBrowser),
            Verbose = parsed.GetValue<bool>("--verbose"),
        };
        try
        {
            await using var window = await open(options);
            parsed.InvocationConfiguration.Output.TryWriteLine(window.Url.AbsoluteUri);
            if (!Console.IsErrorRedirected)
                parsed.InvocationConfiguration.Error.TryWriteLine("Ctrl-C closes the window.");

            var completion = follow();
            // A session that ends is still looked at; one that breaks is not.
            if (await Task.WhenAny(window.Completion, completion) == completion)
            {
                await completion;
                await window.Completion;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Ctrl-C while the window was opening: closed as asked.
        }

        return ExitStatus.Done;
    }
}
