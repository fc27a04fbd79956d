namespace CoRegulation.Biofeedback.Sessions.Import;

/// <summary>What a file is that was taken for one of RR intervals: told by its first bytes.</summary>
internal static class OtherFile
{
    /// <summary>What it is and what to do with it, to stand after "is"; null where it may be lines of intervals.</summary>
    public static string? Of(ReadOnlySpan<byte> firstLine) => firstLine switch
    {
        _ when firstLine.StartsWith("{\"coreg\":"u8) => "a recording of this program, for which there is 'coreg analyze'. Give a file with one RR interval on each line",
        _ when firstLine.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) || firstLine.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) => "a picture. Give a text file with one RR interval on each line",
        _ when firstLine.StartsWith("%PDF"u8) => "a PDF document. Give a text file with one RR interval on each line",
        _ when firstLine.StartsWith("PK\u0003\u0004"u8) => "a ZIP archive or an office document. Save its RR intervals as text, one on each line",
        _ when firstLine.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) => "compressed. Unpack it first",
        _ when firstLine.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || firstLine.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) => "UTF-16 text. Save it as UTF-8",
        _ when firstLine.Contains((byte)0) => "no text. Give a text file with one RR interval on each line",
        [(byte)'{' or (byte)'[', ..] => "JSON. Give a text file with one RR interval on each line, or a CSV file",
        [(byte)'<', ..] => "XML or HTML. Give a text file with one RR interval on each line, or a CSV file",
        _ => null,
    };
}
