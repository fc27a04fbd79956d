using System.Text.Json;
using System.Text.Unicode;

namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>The JSON of a line.</summary>
internal static class LineText
{
    /// <exception cref="JsonException">It is not JSON, or is cut within a letter.</exception>
    /// <exception cref="LineException">It is too long or not UTF-8.</exception>
    public static JsonDocument Parse(Line line)
    {
        if (line.TooLong)
            throw new LineException("it is longer than 1 MiB");
        if (!Utf8.IsValid(line.Bytes.Span))
            throw line.Terminated ? new LineException("it has bytes that are not UTF-8") : new JsonException("Cut within a letter.");

        return JsonDocument.Parse(line.Bytes);
    }
}
