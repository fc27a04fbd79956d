using System.Buffers;
using System.Buffers.Text;

namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>Lines as frames of an encrypted file, in base64, numbered from 1.</summary>
internal sealed class SealedLines(FrameCipher cipher) : IDisposable
{
    /// <summary>The longest line of an encrypted file, bytes: the frame of the longest line of a recording.</summary>
    public const int MaxLineBytes = (LineReader.MaxLineBytes + FrameCipher.NumberBytes + FrameCipher.TagBytes + 2) / 3 * 4;

    private long _number;
    private int _unopened;

    /// <summary>How long a line becomes when it is sealed, bytes, both with their line feeds.</summary>
    public static int SealedBytes(int lineBytes) => Base64.GetMaxEncodedToUtf8Length(FrameCipher.FrameBytes(lineBytes - 1)) + 1;

    /// <summary>The next line of the file, with its line feed.</summary>
    /// <param name="line">A line of a recording with its line feed.</param>
    public byte[] Seal(ReadOnlySpan<byte> line)
    {
        var text = line[..^1];
        var frame = new byte[FrameCipher.FrameBytes(text.Length)];
        cipher.Seal(++_number, text, frame);
        var encoded = new byte[SealedBytes(line.Length)];
        Base64.EncodeToUtf8(frame, encoded, out _, out var length);
        encoded[length] = (byte)'\n';
        return encoded;
    }

    /// <summary>The line of a recording that a line of the file holds; null when it does not open: a bit of it is wrong, or it is cut.</summary>
    /// <param name="line">The line.</param>
    /// <param name="report">Takes what is wrong beside the line itself: frames before it are missing.</param>
    /// <exception cref="LineException">It is out of its place.</exception>
    public byte[]? Open(Line line, Action<string> report)
    {
        var encoded = line.Bytes.Span.TrimEnd((byte)'\r');
        var frame = new byte[Base64.GetMaxDecodedFromUtf8Length(encoded.Length)];
        if (line.TooLong
            || Base64.DecodeFromUtf8(encoded, frame, out _, out var length) != OperationStatus.Done
            || cipher.Open(frame.AsSpan(0, length)) is not var (number, text))
        {
            _unopened++;
            return null;
        }

        if (number <= _number)
            throw new LineException($"frame {number} stands here once more or out of its place");
        if (number - _number - 1 - _unopened is > 0 and var missing)
            report(missing == 1 ? "a frame is missing before it" : FormattableString.Invariant($"{missing} frames are missing before it"));
        (_number, _unopened) = (number, 0);
        return text;
    }

    public void Dispose() => cipher.Dispose();
}
