using System.Buffers;
using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>A recording that is written in one go: it is there whole, or not at all.</summary>
public static class RecordingFile
{
    private const int BufferBytes = 1 << 16;

    /// <summary>Writes beside the place under a passing name, syncs, and renames.</summary>
    /// <param name="path">The file.</param>
    /// <param name="header">Its header.</param>
    /// <param name="facts">Its facts in order of time, <see cref="EndFact"/> included.</param>
    /// <param name="overwrite">Whether a file that is there may be replaced.</param>
    /// <exception cref="ArgumentException">The facts are not in order of time.</exception>
    /// <exception cref="RecordingException">The file exists or cannot be written; nothing was left behind.</exception>
    public static void WriteWhole(string path, SessionHeader header, IEnumerable<Fact> facts, bool overwrite = false)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(facts);
        WholeFile.Write(path, file => Write(file, header, facts), overwrite);
    }

    /// <summary>Refuses a name that a further part of another session would have.</summary>
    /// <exception cref="RecordingException">It is such a name.</exception>
    public static void MustNotBeCalledAPart(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (PartNames.Split(Path.GetFileName(path)) is var (first, part))
        {
            throw new RecordingException(
                RecordingFault.BadName,
                $"'{path}' is no name for a recording: it would be taken for a part of '{Path.Join(Path.GetDirectoryName(path), first)}'. Choose a name without '{PartNames.InfixOf(part)}'.");
        }
    }

    private static void Write(Stream file, SessionHeader header, IEnumerable<Fact> facts)
    {
        using var lines = new LineWriter();
        var buffer = new ArrayBufferWriter<byte>(BufferBytes * 2);
        buffer.Write(lines.Encode(header));
        foreach (var fact in facts)
        {
            buffer.Write(lines.Encode(fact));
            if (buffer.WrittenCount < BufferBytes)
                continue;

            file.Write(buffer.WrittenSpan);
            buffer.ResetWrittenCount();
        }

        file.Write(buffer.WrittenSpan);
    }
}
