using System.CommandLine;
using System.CommandLine.Invocation;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary>What a command does, with signals heard from its first line on. They are heard once its task is there, not before: until then
/// they end the process as it stands, and a command may take long to its first pause.</summary>
/// <param name="action">What it does.</param>
internal sealed class PromptAction(AsynchronousCommandLineAction action) : AsynchronousCommandLineAction
{
    /// <summary>Gives it to every command from here on down that can be told to end.</summary>
    public static void GiveTo(Command command)
    {
        if (command.Action is AsynchronousCommandLineAction action)
            command.Action = new PromptAction(action);
        foreach (var subcommand in command.Subcommands)
            GiveTo(subcommand);
    }

    /// <inheritdoc/>
    public override async Task<int> InvokeAsync(ParseResult parseResult, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        return await action.InvokeAsync(parseResult, cancellationToken);
    }
}
