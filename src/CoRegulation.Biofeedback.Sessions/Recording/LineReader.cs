using System.Diagnostics.CodeAnalysis;

namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>Reads a stream line by line as bytes, in memory that no line can make large. A byte order mark at the start is left out.</summary>
internal sealed class LineReader(Stream stream)
{
    /// <summary>The longest line that is read, bytes: a thousand times what a strap can send in one message.</summary>
    public const int MaxLineBytes = 1 << 20;

    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private long _bufferOffset;
    private int _number;
    private bool _inLongLine;
    private bool _atEnd;

    /// <summary>The longest line of this stream, bytes; <see cref="MaxLineBytes"/> unless it is set.</summary>
    public int LongestBytes { get; set; } = MaxLineBytes;

    public bool TryRead([MaybeNullWhen(false)] out Line line)
    {
        if (_inLongLine)
            SkipLongLine();

        var searched = 0;
        while (true)
        {
            var feed = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                line = Take(searched + feed, terminated: true);
                return true;
            }

            searched = _end - _start;
            if (searched > LongestBytes)
            {
                line = new(++_number, _bufferOffset + _start, _buffer.AsMemory(_start, searched), Terminated: false, TooLong: true);
                _inLongLine = true;
                return true;
            }

            if (!Fill())
            {
                line = searched == 0 ? default : Take(searched, terminated: false);
                return searched > 0;
            }
        }
    }

    private Line Take(int length, bool terminated)
    {
        var line = new Line(++_number, _bufferOffset + _start, _buffer.AsMemory(_start, length), terminated, length > LongestBytes);
        _start += length + (terminated ? 1 : 0);
        return line;
    }

    private bool Fill()
    {
        if (_atEnd)
            return false;

        var kept = _end - _start;
        if (_start > 0)
        {
            _buffer.AsSpan(_start, kept).CopyTo(_buffer);
            _bufferOffset += _start;
            (_start, _end) = (0, kept);
        }

        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);

        var first = _bufferOffset + _end == 0;
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _atEnd = read == 0;
        _end += read;
        if (first && _buffer.AsSpan(0, _end).StartsWith("\uFEFF"u8))
            _start = 3;

        return !_atEnd;
    }

    private void SkipLongLine()
    {
        _inLongLine = false;
        while (true)
        {
            var feed = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            _start = feed >= 0 ? _start + feed + 1 : _end;
            if (feed >= 0 || !Fill())
                return;
        }
    }
}
