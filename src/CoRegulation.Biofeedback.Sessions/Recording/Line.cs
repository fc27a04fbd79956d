namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>One line of a text file as bytes.</summary>
/// <param name="Number">From 1.</param>
/// <param name="OffsetBytes">Where it starts in the file.</param>
/// <param name="Bytes">The line without its line feed; valid until the next line is read. Of a line that is too long, its beginning.</param>
/// <param name="Terminated">Whether a line feed ends it; only the last line of a file may lack it.</param>
/// <param name="TooLong">Whether it is longer than <see cref="LineReader.LongestBytes"/>.</param>
internal readonly record struct Line(int Number, long OffsetBytes, ReadOnlyMemory<byte> Bytes, bool Terminated, bool TooLong)
{
    public bool IsBlank => Bytes.Span.TrimStart(" \t\r"u8).IsEmpty;
}
