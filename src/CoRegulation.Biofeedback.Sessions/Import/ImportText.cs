using System.Text;
using System.Text.Unicode;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.Sessions.Import;

/// <summary>The lines of a text that say something.</summary>
internal static class ImportText
{
    /// <summary>Gives each line that is neither blank nor a comment, with its number from 1; a file of any length takes the memory of a line.</summary>
    /// <param name="path">The file.</param>
    /// <param name="take">Takes the number and the text.</param>
    /// <exception cref="RecordingException">The file cannot be read, or is not lines of UTF-8.</exception>
    public static void Each(string path, Action<int, string> take)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
            Each(stream, path, take);
        }
        catch (Exception fault) when (FileFault.IsExpected(fault))
        {
            throw FileFault.Reading(path, fault);
        }
    }

    /// <summary>The same of a stream.</summary>
    /// <param name="stream">The text.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="take">Takes the number and the text.</param>
    /// <exception cref="RecordingException">It is not lines of UTF-8.</exception>
    public static void Each(Stream stream, string name, Action<int, string> take)
    {
        var lines = new LineReader(stream);
        while (lines.TryRead(out var line))
        {
            if (line.Number == 1 && OtherFile.Of(line.Bytes.Span) is { } what)
                throw new RecordingException(RecordingFault.BadImport, $"'{name}' is {what}.");
            if (line.TooLong)
                throw Fault(name, line.Number, "it is longer than 1 MiB");
            if (!Utf8.IsValid(line.Bytes.Span))
                throw Fault(name, line.Number, "it has bytes that are not UTF-8");

            var text = Encoding.UTF8.GetString(line.Bytes.Span).TrimEnd('\r');
            if (text.AsSpan().Trim() is not ([] or ['#', ..]))
                take(line.Number, text);
        }
    }

    private static RecordingException Fault(string name, int line, string what) =>
        new(RecordingFault.BadImport, $"'{name}', line {line}: {what}. Save it as plain UTF-8 text with one interval on each line.");
}
