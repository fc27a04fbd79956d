using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary>The whole command line: parses, runs one command, and turns what goes wrong into one line and an exit status.</summary>
internal static class CommandLine
{
    /// <summary>How long a command may take to end properly after Ctrl-C, SIGTERM or SIGHUP.</summary>
    private static readonly TimeSpan Ending = TimeSpan.FromSeconds(10);

    /// <summary>Runs one command line.</summary>
    /// <param name="arguments">What stands behind the program's name.</param>
    /// <param name="output">Results, and nothing else.</param>
    /// <param name="error">Everything else.</param>
    /// <returns>One of <see cref="ExitStatus"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        var verbose = new Option<bool>("--verbose") { Description = "After an error, print where in the program it arose", Recursive = true };
        var parsed = Root(verbose).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });

        if (parsed.Action is ParseErrorAction)
        {
            new Failure(ExitStatus.WrongInput, $"{FirstError(parsed)} ('{Name(parsed)} --help' shows how)").Write(error);
            return ExitStatus.WrongInput;
        }

        // Commands that cannot be told to end are ended by the system at once.
        using var hangUp = parsed.Action is AsynchronousCommandLineAction ? new HangUp(Ending) : null;
        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = output,
                    Error = error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = Ending,
                },
                hangUp?.Token ?? CancellationToken.None);
        }
#pragma warning disable CA1031 // The outermost place there is: whatever went wrong becomes one line here, and its details with --verbose.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var failure = Failure.From(exception);
            Tell(failure, error, parsed.GetValue(verbose) ? exception : null);
            return failure.Status;
        }
    }

    /// <summary>The commands that there are, with their options.</summary>
    internal static RootCommand Root(Option<bool> verbose)
    {
        var root = new RootCommand(
            "Two hearts on one screen: heart-rate variability and synchrony of two people. Exploratory, not a medical device.")
        {
            verbose,
            DemoCommand.Create(),
            ReplayCommand.Create(),
            LiveCommand.Create(),
            RecordCommand.Create(),
            SensorsCommand.Create(),
            DoctorCommand.Create(),
            SimulateCommand.Create(),
            ImportCommand.Create(),
            CheckCommand.Create(),
            AnalyzeCommand.Create(),
            HrvCommand.Create(),
            SynchronyCommand.Create(),
            BatchCommand.Create(),
            LibraryCommand.Create(),
        };

        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        PromptAction.GiveTo(root);
        root.SetAction(parsed => help.Action is HelpWithExamples action ? action.Invoke(parsed) : ExitStatus.Done);
        return root;
    }

    private static void Tell(Failure failure, TextWriter error, Exception? details)
    {
        try
        {
            failure.Write(error, details);
        }
        catch (IOException)
        {
            // The terminal is gone, and with it whoever could be told.
        }
    }

    private static string FirstError(ParseResult parsed) => parsed.Errors[0].Message.TrimEnd('.');

    private static string Name(ParseResult parsed)
    {
        var names = new List<string>();
        for (var at = parsed.CommandResult; at.Command is not RootCommand && at.Parent is CommandResult parent; at = parent)
            names.Insert(0, at.Command.Name);
        return string.Join(' ', names.Prepend("coreg"));
    }
}
