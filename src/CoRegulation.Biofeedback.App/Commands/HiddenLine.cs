using System.Text;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary>Asks for something on the terminal that is not to be seen there.</summary>
internal static class HiddenLine
{
    /// <summary>What was typed; null where there is no terminal.</summary>
    /// <exception cref="OperationCanceledException">Ctrl-C.</exception>
    public static string? Ask(string prompt, TextWriter error)
    {
        if (!ReferenceEquals(error, Console.Error) || Console.IsInputRedirected || Console.IsErrorRedirected)
            return null;

        error.Write(prompt);
        var before = Console.TreatControlCAsInput;
        // What waits for a key cannot be ended by a signal otherwise.
        Console.TreatControlCAsInput = true;
        try
        {
            return Read();
        }
        finally
        {
            Console.TreatControlCAsInput = before;
            error.WriteLine();
        }
    }

    private static string Read()
    {
        var text = new StringBuilder();
        while (true)
        {
            var key = Console.ReadKey(intercept: true);
            switch (key)
            {
                case { Key: ConsoleKey.Enter }:
                    return text.ToString();
                case { Key: ConsoleKey.C, Modifiers: ConsoleModifiers.Control }:
                    throw new OperationCanceledException("Ctrl-C at the passphrase.");
                case { Key: ConsoleKey.Backspace }:
                    text.Length = Math.Max(0, text.Length - 1);
                    break;
                case { KeyChar: not '\0' } when !char.IsControl(key.KeyChar):
                    text.Append(key.KeyChar);
                    break;
            }
        }
    }
}
