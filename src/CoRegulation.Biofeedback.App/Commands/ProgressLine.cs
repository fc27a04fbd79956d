using System.Globalization;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary>One line on a terminal that tells how far long work is; in a pipe or a file nothing.</summary>
/// <param name="error">Where the command writes what is no result.</param>
internal sealed class ProgressLine(TextWriter error) : IDisposable
{
    private readonly TextWriter? _terminal = ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected ? error : null;
    private int _width;

    /// <summary>Tells what is done, how many of it, of how many. Not for several threads at once.</summary>
    public void Report(string what, int done, int total)
    {
        if (_terminal is null)
            return;
        var text = string.Create(CultureInfo.InvariantCulture, $"{what} {done} of {total}");
        _terminal.Write($"\r{text.PadRight(_width)}");
        _width = Math.Max(_width, text.Length);
    }

    /// <summary>Leaves the line empty.</summary>
    public void Dispose()
    {
        if (_width > 0)
            _terminal?.Write($"\r{new string(' ', _width)}\r");
        _width = 0;
    }
}
