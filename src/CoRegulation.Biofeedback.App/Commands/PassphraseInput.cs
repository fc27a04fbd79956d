using System.CommandLine;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary>The passphrase of encrypted recordings: from a file, or asked for on the terminal without showing what is typed.</summary>
internal sealed class PassphraseInput
{
    private readonly Option<string?> _file = new("--passphrase-file")
    {
        HelpName = "FILE",
        Description = "The passphrase of an encrypted recording (*.coreg.enc) is the first line of this file; without it, a terminal is asked",
        Recursive = true,
    };

    private readonly Option<bool> _encrypt = new("--encrypt")
    {
        Description = "Encrypt the recording (*.coreg.enc) with a passphrase, without which nobody can read it again",
    };

    private Passphrase? _toRead;

    /// <summary>Gives a command that reads recordings the option.</summary>
    public void AddTo(Command command) => command.Add(_file);

    /// <summary>Gives a command that writes a recording the options.</summary>
    public void AddToWriter(Command command)
    {
        command.Add(_encrypt);
        command.Add(_file);
    }

    /// <summary>Whether it was asked to encrypt.</summary>
    public bool IsToEncrypt(ParseResult parsed) => parsed.GetValue(_encrypt);

    /// <summary>The passphrase to read with; a terminal is asked when the first encrypted recording turns up.</summary>
    /// <exception cref="CommandException">The file with it cannot be used.</exception>
    public Passphrase ToRead(ParseResult parsed)
    {
        return _toRead ??= parsed.GetValue(_file) is { } file ? new(FirstLine(file)) : new(Ask);

        string? Ask() => HiddenLine.Ask("Passphrase: ", parsed.InvocationConfiguration.Error);
    }

    /// <summary>The passphrase to write a new recording with; null when it is not to be encrypted.</summary>
    /// <exception cref="CommandException">There is none, or the two that were typed differ.</exception>
    public Passphrase? ToWrite(ParseResult parsed)
    {
        if (parsed.GetValue(_file) is { } file)
            return new(FirstLine(file));
        if (!parsed.GetValue(_encrypt))
            return null;

        var error = parsed.InvocationConfiguration.Error;
        if (HiddenLine.Ask("New passphrase (there is no way back without it): ", error) is not { Length: > 0 } text)
            throw new CommandException(ExitStatus.WrongInput, "--encrypt needs a passphrase: type one on a terminal, or give --passphrase-file FILE");
        return HiddenLine.Ask("Once more: ", error) == text
            ? new(text)
            : throw new CommandException(ExitStatus.WrongInput, "the two passphrases differ: nothing was recorded; try again");
    }

    private static string FirstLine(string file)
    {
        string? line;
        try
        {
            line = File.ReadLines(file).FirstOrDefault();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitStatus.WrongInput, $"--passphrase-file: '{file}' cannot be read: {fault.Message}");
        }

        return line is { Length: > 0 } ? line : throw new CommandException(ExitStatus.WrongInput, $"--passphrase-file: the first line of '{file}' is empty: write the passphrase there");
    }
}
