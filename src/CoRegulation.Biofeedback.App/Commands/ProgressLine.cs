using System.Globalization;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary>One line on a terminal that tells how far long work is; in a pipe or a file nothing.</summary>
internal sealed class ProgressLine : IDisposable
{
    private readonly TextWriter? _terminal;
    private readonly string _what;
    private int _width;

    /// <summary>Makes one.</summary>
    /// <param name="error">Where the command writes what is no result.</param>
    /// <param name="what">What is being done.</param>
    public ProgressLine(TextWriter error, string what)
    {
        _what = what;
        _terminal = ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected ? error : null;
    }

    /// <summary>Tells how many are done of how many. Not for several threads at once.</summary>
    public void Report(int done, int total)
    {
        if (_terminal is null)
            return;
        var text = string.Create(CultureInfo.InvariantCulture, $"{_what} {done} of {total}");
        _terminal.Write($"\r{text.PadRight(_width)}");
        _width = text.Length;
    }

    /// <summary>Leaves the line empty.</summary>
    public void Dispose()
    {
        if (_width > 0)
            _terminal?.Write($"\r{new string(' ', _width)}\r");
    }
}
