using System.Text;
using System.Text.Unicode;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.Sessions.Import;

/// <summary>The lines of a text file that say something.</summary>
internal static class ImportText
{
    /// <summary>Each line that is neither blank nor a comment, with its number from 1.</summary>
    /// <exception cref="RecordingException">The file cannot be read, or is not lines of UTF-8.</exception>
    public static IReadOnlyList<(int Number, string Text)> Lines(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
            return Lines(stream, path);
        }
        catch (Exception fault) when (FileFault.IsExpected(fault))
        {
            throw FileFault.Reading(path, fault);
        }
    }

    private static List<(int Number, string Text)> Lines(Stream stream, string path)
    {
        var texts = new List<(int Number, string Text)>();
        var lines = new LineReader(stream);
        while (lines.TryRead(out var line))
        {
            if (line.TooLong)
                throw Fault(path, line.Number, "it is longer than 1 MiB");
            if (!Utf8.IsValid(line.Bytes.Span))
                throw Fault(path, line.Number, "it has bytes that are not UTF-8");

            var text = Encoding.UTF8.GetString(line.Bytes.Span).TrimEnd('\r');
            if (text.AsSpan().Trim() is not ([] or ['#', ..]))
                texts.Add((line.Number, text));
        }

        return texts;
    }

    private static RecordingException Fault(string path, int line, string what) =>
        new(RecordingFault.BadImport, $"'{path}', line {line}: {what}. Save it as plain UTF-8 text with one interval on each line.");
}
