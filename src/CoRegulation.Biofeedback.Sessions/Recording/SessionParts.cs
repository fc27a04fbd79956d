using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>Puts the parts of a session together.</summary>
internal sealed class SessionParts
{
    private readonly List<PartFile> _parts = [];
    private readonly List<string> _files = [];
    private readonly List<string> _warnings = [];
    private int _lastNumber = 1;

    /// <summary>The files that were read, in order.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>Reads a file and, when it is the first part of a session, the further parts beside it.</summary>
    /// <exception cref="RecordingException">The file cannot be read or is no recording.</exception>
    public static SessionParts Read(string path, Passphrase? passphrase, Action<RecordingProblem> report)
    {
        var parts = new SessionParts();
        parts.Add(path, PartFile.Read(path, passphrase, report));
        if (parts._parts[0].Header.Part == 1)
            parts.AddFurtherParts(path, passphrase, report);
        return parts;
    }

    public RecordedSession Join()
    {
        var last = _parts[^1];
        IReadOnlyList<Fact> facts = _parts.Count == 1 ? last.Facts : [.. _parts.SkipLast(1).SelectMany(part => part.Facts.Where(fact => fact is not EndFact)), .. last.Facts];
        var people = SessionPeople.Of(_parts.Select(part => part.Header), facts);
        return new RecordedSession
        {
            Header = _parts[0].Header with { People = people },
            Facts = facts,
            LastPartStartS = last.Header.PartStartS,
            Finished = last.Facts.Exists(fact => fact is EndFact),
            Cut = last.Cut,
            Encrypted = last.Encrypted,
            Warnings = [.. _warnings, .. Remarks(), .. SessionPeople.Strangers(people, facts)],
        };
    }

    private void AddFurtherParts(string path, Passphrase? passphrase, Action<RecordingProblem> report)
    {
        foreach (var (number, partPath) in Further(path))
        {
            PartFile part;
            var isReported = false;
            try
            {
                part = PartFile.Read(partPath, passphrase, problem =>
                {
                    isReported = true;
                    report(problem);
                });
            }
            catch (RecordingException fault) when (fault.Fault is RecordingFault.Empty or RecordingFault.HeaderCut)
            {
                // A computer that died just then leaves such a file; the parts before it are as good as ever.
                _warnings.Add($"'{partPath}' has nothing in it and is left out.");
                _lastNumber = number;
                continue;
            }
            catch (RecordingException fault) when (fault.Fault is RecordingFault.NotARecording or RecordingFault.WrongPassphrase)
            {
                // Zeros where a computer lost its power, or a header that does not open; the parts before it are as good as ever. The first part has
                // shown that the passphrase is right: one that opens nothing here meets a bit that is not as it was.
                if (_parts[0].Encrypted && !isReported)
                    report(new(partPath, 1, "the key of this part cannot be made of it and the passphrase: a bit of it is not as it was") { IsFrame = true });
                _warnings.Add($"'{partPath}' is left out: it is damaged where it begins, and nothing in it can be used.");
                _lastNumber = number;
                continue;
            }

            if (_parts[0].Header.Session is null || part.Header.Session != _parts[0].Header.Session)
            {
                _warnings.Add($"'{partPath}' belongs to another session and is left out.");
                continue;
            }

            Follow(number, partPath, part, report);
        }
    }

    private IReadOnlyList<(int Part, string Path)> Further(string path)
    {
        try
        {
            return PartNames.After(path);
        }
        catch (Exception fault) when (FileFault.IsExpected(fault))
        {
            _warnings.Add($"The folder of '{path}' cannot be listed; further parts, if there are any, are left out.");
            return [];
        }
    }

    private void Follow(int number, string path, PartFile part, Action<RecordingProblem> report)
    {
        var before = _parts[^1];
        if (part.Header.Part == before.Header.Part)
        {
            _warnings.Add($"'{path}' is what was recorded in '{_files[^1]}' before another file was put in its place, and is read instead of that.");
            before.Facts.Clear();
        }

        var isRepeatedInPart = RepeatedLines.Join(before, part);
        var endS = before.Facts.Count == 0 ? before.Header.PartStartS : before.Facts[^1].TimeS;
        if (part.Header.PartStartS < endS)
        {
            report(new(path, 1, FormattableString.Invariant($"this part starts at {part.Header.PartStartS} s, but the part before it goes on until {endS} s")));
            return;
        }

        if (isRepeatedInPart)
            _warnings.Add($"'{path}' repeats the end of the part before it, but not line for line: a disk that failed lost some. Each line counts once.");
        if (number > _lastNumber + 1)
            _warnings.Add(number == _lastNumber + 2 ? $"Part {number - 1} is not there." : $"Parts {_lastNumber + 1} to {number - 1} are not there.");
        if (before.Cut is { } cut)
            _warnings.Add($"'{cut.File}' is cut in line {cut.Line}: {cut.LengthBytes} bytes are left out.");
        if (before.Facts.Exists(fact => fact is EndFact))
            _warnings.Add($"'{_files[^1]}' was ended, and the session was taken up again.");
        Add(path, part);
        _lastNumber = number;
    }

    private void Add(string path, PartFile part)
    {
        _files.Add(path);
        _parts.Add(part);
    }

    private IEnumerable<string> Remarks()
    {
        var last = _parts[^1].Facts;
        var end = last.FindIndex(fact => fact is EndFact);
        if (end >= 0 && end < last.Count - 1)
            yield return $"After its end the recording goes on for {last.Count - 1 - end} line{(last.Count - 1 - end == 1 ? "" : "s")}.";
    }
}
