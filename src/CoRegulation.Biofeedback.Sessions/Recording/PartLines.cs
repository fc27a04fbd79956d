using System.Text.Json;

namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>The lines of one file of a recording, header included, opened where they are encrypted; blank ones are passed over.</summary>
internal sealed class PartLines : IDisposable
{
    private readonly LineReader _lines;
    private readonly string _path;
    private readonly Action<RecordingProblem> _report;
    private SealedLines? _sealed;
    private Line? _first;

    private PartLines(LineReader lines, string path, Action<RecordingProblem> report) => (_lines, _path, _report) = (lines, path, report);

    public bool Encrypted => _sealed is not null;

    /// <exception cref="RecordingException">The file is encrypted, and the passphrase is missing or another.</exception>
    public static PartLines Open(Stream stream, string path, Passphrase? passphrase, Action<RecordingProblem> report)
    {
        var lines = new PartLines(new LineReader(stream), path, report);
        if (!lines.TryReadNext(out var first))
            return lines;
        if (lines.EncryptionOf(first) is { } encryption)
            lines.Unlock(encryption, passphrase);
        else
            lines._first = first;
        return lines;
    }

    public bool TryRead(out Line line)
    {
        if (_first is { } first)
        {
            (line, _first) = (first, null);
            return true;
        }

        while (TryReadNext(out line))
        {
            if (_sealed is null || TryOpen(ref line))
                return true;
        }

        return false;
    }

    public void Dispose() => _sealed?.Dispose();

    private bool TryReadNext(out Line line)
    {
        while (_lines.TryRead(out line))
        {
            if (!line.IsBlank)
                return true;
        }

        return false;
    }

    private bool TryOpen(ref Line line)
    {
        var number = line.Number;
        try
        {
            if (_sealed!.Open(line, Report) is { } text)
            {
                line = line with { Bytes = text, Terminated = true, TooLong = false };
                return true;
            }

            // The rest of a file that was cut is no frame, and no JSON either; it is told as it is for a recording in the clear.
            if (!line.Terminated)
            {
                line = line with { Bytes = NoJson(line.Bytes.Length) };
                return true;
            }

            Report("its frame does not open: a bit of it is not as it was");
        }
        catch (LineException fault)
        {
            Report(fault.Message);
        }

        return false;

        void Report(string message) => _report(new(_path, number, message) { IsFrame = true });
    }

    private static byte[] NoJson(int length) => [.. Enumerable.Repeat((byte)'?', length)];

    private EncryptionHeader? EncryptionOf(Line line)
    {
        JsonDocument json;
        try
        {
            json = LineText.Parse(line);
        }
        catch (Exception fault) when (fault is JsonException or LineException)
        {
            // What it is instead is told by whoever reads it as a header.
            return null;
        }

        using (json)
        {
            try
            {
                return EncryptionHeader.Is(json.RootElement) ? EncryptionHeader.Read(json.RootElement) : null;
            }
            catch (Exception fault) when (fault is LineException or InvalidOperationException)
            {
                throw new RecordingException(RecordingFault.NotARecording, $"'{_path}' is encrypted, but cannot be opened: line {line.Number}: {fault.Message}.");
            }
        }
    }

    private void Unlock(EncryptionHeader encryption, Passphrase? passphrase)
    {
        if (passphrase is not { IsGiven: true })
            throw new RecordingException(RecordingFault.PassphraseNeeded, $"'{_path}' is encrypted. Give its passphrase, on a terminal or in a file with --passphrase-file FILE.");

        var cipher = encryption.Unlock(passphrase)
            ?? throw new RecordingException(RecordingFault.WrongPassphrase, $"'{_path}' is encrypted with another passphrase. Check it, capitals and blanks included.");
        _sealed = new(cipher);
        _lines.LongestBytes = SealedLines.MaxLineBytes;
    }
}
