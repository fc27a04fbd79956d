namespace CoRegulation.Biofeedback.App.Commands;

/// <summary>Words while a session runs: a terminal that went away, or a log on a full disk, must not end it.</summary>
internal static class FrailWriter
{
    /// <summary>Writes it, or goes on without.</summary>
    public static void TryWrite(this TextWriter writer, string text)
    {
        try
        {
            writer.Write(text);
        }
        catch (IOException)
        {
            // Nobody can be told, and nobody can be told of that either.
        }
    }

    /// <summary>Writes a line, or goes on without.</summary>
    public static void TryWriteLine(this TextWriter writer, string line) => writer.TryWrite(line + writer.NewLine);
}
