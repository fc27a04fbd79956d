using System.Text.Json;
using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>What one file of a recording holds.</summary>
internal sealed class PartFile
{
    private PartFile(SessionHeader header, bool encrypted) => (Header, Encrypted) = (header, encrypted);

    public SessionHeader Header { get; }

    public bool Encrypted { get; }

    public List<Fact> Facts { get; } = [];

    public RecordingCut? Cut { get; private set; }

    /// <summary>Reads a file and never changes it. Every broken line goes to <paramref name="report"/>, which may throw to end it there.</summary>
    /// <exception cref="RecordingException">The file cannot be read, is encrypted with another passphrase, or has no header that this program knows.</exception>
    public static PartFile Read(string path, Passphrase? passphrase, Action<RecordingProblem> report)
    {
        try
        {
            // Others may write meanwhile: a session that is going on can be read up to now.
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
            using var lines = PartLines.Open(stream, path, passphrase, report);
            return Read(lines, path, report);
        }
        catch (Exception fault) when (FileFault.IsExpected(fault))
        {
            throw FileFault.Reading(path, fault);
        }
    }

    private static PartFile Read(PartLines lines, string path, Action<RecordingProblem> report)
    {
        var part = new PartFile(ReadHeader(lines, path), lines.Encrypted);
        var lastS = part.Header.PartStartS;
        while (lines.TryRead(out var line))
        {
            try
            {
                var fact = ReadFact(line);
                if (fact.TimeS < lastS)
                    throw new LineException(FormattableString.Invariant($"time goes back from {lastS} s to {fact.TimeS} s"));

                part.Facts.Add(fact);
                lastS = fact.TimeS;
            }
            catch (JsonException) when (!line.Terminated && !line.TooLong)
            {
                part.Cut = new(path, line.Number, line.OffsetBytes, line.Bytes.Length);
            }
            catch (JsonException)
            {
                report(new(path, line.Number, "it is not JSON"));
            }
            catch (InvalidOperationException)
            {
                report(new(path, line.Number, "a text in it is not Unicode"));
            }
            catch (LineException fault)
            {
                report(new(path, line.Number, fault.Message));
            }
        }

        return part;
    }

    private static Fact ReadFact(Line line)
    {
        using var json = LineText.Parse(line);
        return FactLine.Read(json.RootElement);
    }

    private static SessionHeader ReadHeader(PartLines lines, string path)
    {
        if (!lines.TryRead(out var line))
            throw lines.Encrypted ? HeaderCut(path, 0) : new RecordingException(RecordingFault.Empty, $"'{path}' is empty. Choose another file; a recording has at least its header.");

        try
        {
            using var json = LineText.Parse(line);
            var format = HeaderLine.Format(json.RootElement) ?? throw NotARecording(path, "its first line is not the header");
            return format <= SessionHeader.CurrentFormat ? HeaderLine.Read(json.RootElement) : throw Newer(path, format, json.RootElement);
        }
        catch (JsonException) when (!line.Terminated && (lines.Encrypted || BeginsAsHeader(line)))
        {
            throw HeaderCut(path, line.Bytes.Length);
        }
        catch (JsonException)
        {
            throw NotARecording(path, "its first line is not JSON");
        }
        catch (InvalidOperationException)
        {
            throw NotARecording(path, "a text in its first line is not Unicode");
        }
        catch (LineException fault)
        {
            throw NotARecording(path, $"line {line.Number}: {fault.Message}");
        }
    }

    // {"coreg":1 of a recording, {"coregEncrypted":1 of an encrypted one.
    private static bool BeginsAsHeader(Line line) => Begins(line, "{\"coreg\""u8) || Begins(line, "{\"coregEncrypted\""u8);

    private static bool Begins(Line line, ReadOnlySpan<byte> begin) => line.Bytes.Span.StartsWith(begin[..Math.Min(begin.Length, line.Bytes.Length)]);

    private static RecordingException HeaderCut(string path, int lengthBytes) => new(
        RecordingFault.HeaderCut,
        $"'{path}' is not a whole recording: it is cut within its header, after {lengthBytes} bytes. There is nothing in it to use; choose another file.");

    private static RecordingException NotARecording(string path, string reason) =>
        new(RecordingFault.NotARecording, $"'{path}' is not a recording: {reason}. Choose a file that ends in .coreg.jsonl, or import RR intervals with 'coreg import'.");

    private static RecordingException Newer(string path, int format, JsonElement header)
    {
        var program = header.TryGetProperty("program", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return new(
            RecordingFault.NewerFormat,
            $"'{path}' has recording format {format}, written by {(string.IsNullOrWhiteSpace(program) ? "an unknown program" : program)}; "
            + $"this program reads up to {SessionHeader.CurrentFormat}. Open it with that version or a later one. The file has not been changed.");
    }
}
