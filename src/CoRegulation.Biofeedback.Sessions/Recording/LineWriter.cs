using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>Turns header and facts into the bytes of their lines. Not for two threads at once.</summary>
internal sealed class LineWriter : IDisposable
{
    private readonly ArrayBufferWriter<byte> _bytes = new(256);

    // The relaxed encoder leaves letters as letters; nothing of this goes into HTML. Line feeds within texts are escaped all the same.
    private readonly Utf8JsonWriter _json;
    private double _lastS;

    public LineWriter() => _json = new(_bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>A header's line with its line feed.</summary>
    public static byte[] HeaderLine(SessionHeader header)
    {
        using var lines = new LineWriter();
        return lines.Encode(header).ToArray();
    }

    /// <summary>The line with its line feed; valid until the next call.</summary>
    public ReadOnlySpan<byte> Encode(SessionHeader header)
    {
        if (header.People.IsDefaultOrEmpty)
            throw new ArgumentException("A recording is of at least one person.", nameof(header));

        _lastS = header.PartStartS;
        return Encode(header, Recording.HeaderLine.Write);
    }

    /// <summary>The line with its line feed; valid until the next call.</summary>
    /// <exception cref="ArgumentException">The fact is earlier than the one before: a reader would take that for damage.</exception>
    public ReadOnlySpan<byte> Encode(Fact fact)
    {
        if (fact.TimeS < _lastS)
            throw new ArgumentException($"A {FactKind.Of(fact)} at {fact.TimeS} s after a line at {_lastS} s: lines go in order of time.", nameof(fact));

        var line = Encode(fact, FactLine.Write);
        _lastS = fact.TimeS;
        return line;
    }

    public void Dispose() => _json.Dispose();

    private ReadOnlySpan<byte> Encode<T>(T what, Action<Utf8JsonWriter, T> write)
    {
        _bytes.ResetWrittenCount();
        _json.Reset();
        write(_json, what);
        _json.Flush();
        if (_bytes.WrittenSpan.Contains((byte)'\n'))
            throw new ArgumentException("Kept JSON must stand on one line.", nameof(what));
        if (_bytes.WrittenCount > LineReader.MaxLineBytes)
            throw new ArgumentException("A line has 1 MiB at most.", nameof(what));

        _bytes.Write("\n"u8);
        return _bytes.WrittenSpan;
    }
}
