using System.Diagnostics;

namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <content>What is done under <see cref="Sync"/>: the disk is waited for, and left for a new part when it fails.</content>
public sealed partial class SessionRecording
{
    private const int RoomBeyondWaitingBytes = 16 * 1024;
    private const int LastPart = 100_000;

    private void SyncFile()
    {
        LineFile file;
        int handed;
        lock (_gate)
            (file, handed) = (_file, _unsynced.Count);

        try
        {
            file.Sync();
            lock (_gate)
            {
                for (; handed > 0; handed--)
                    _unsynced.Dequeue();
            }
        }
        catch (RecordingException fault)
        {
            // It stays open, and thereby locked, until there is another: nobody takes up a session whose lines wait here.
            lock (_gate)
            {
                Fail(fault);
                _waiting.InsertRange(0, _unsynced);
                _unsynced.Clear();
            }
        }
    }

    // All that waits goes into the new part, or none of it: a disk that fills up again at once does not leave a trail of small parts.
    private void GoOnInNewPart(string first)
    {
        _triedAt = _time.GetTimestamp();
        RecordedLine[] waiting;
        lock (_gate)
        {
            // A line that came while the file was synced, and before the disk failed: it is only in a file that is left now.
            _waiting.InsertRange(0, _unsynced);
            _unsynced.Clear();
            waiting = [.. _waiting];
        }

        var folder = Path.GetDirectoryName(first);
        if (!HasRoomFor(waiting, folder))
            return;

        LineFile? next = null;
        try
        {
            _file.PutBack(first, Header.Part + 1);
            next = CreateNext(first, out var part);
            var header = Header with { Part = part, PartStartS = waiting.Length > 0 ? waiting[0].TimeS : _lastS };
            next.Write(LineWriter.HeaderLine(header));
            foreach (var line in waiting)
                next.Write(line.Bytes);
            next.Sync();
            Adopt(next, header, waiting.Length);
        }
        catch (RecordingException fault)
        {
            next?.Discard();
            lock (_gate)
                Fail(fault);
        }
    }

    // With the name that it would have had, so that it need only be moved beside the others.
    private void GoOnElsewhere()
    {
        var why = _trouble;
        foreach (var folder in _spareFolders)
        {
            try
            {
                RecordingNames.MakeFolder(folder);
            }
            catch (RecordingException)
            {
                // The next one, then.
                continue;
            }

            GoOnInNewPart(Path.Join(folder, Path.GetFileName(_first)));
            if (_trouble is not null)
                continue;
            _elsewhere = $"Recording stopped: {why}, and move '{_path}' beside '{_first}'. The last lines are in there, and nowhere else; moved, the two read as one session.";
            return;
        }

        _trouble = why;
    }

    private void Adopt(LineFile next, Facts.SessionHeader header, int synced)
    {
        LineFile before;
        lock (_gate)
        {
            foreach (var line in _waiting.Skip(synced))
                next.Write(line.Bytes);
            _waiting.Skip(synced).ToList().ForEach(_unsynced.Enqueue);
            _waiting.Clear();
            before = _file;
            (_file, _path, _trouble) = (next, next.Path, null);
            Header = header with { People = Header.People };
        }

        before.Dispose();
    }

    private LineFile CreateNext(string first, out int part)
    {
        for (part = Header.Part + 1; part < LastPart; part++)
        {
            try
            {
                return LineFile.Create(PartNames.Of(first, part), _passphrase);
            }
            catch (RecordingException fault) when (fault.Fault is RecordingFault.AlreadyExists)
            {
                // One that could not be taken away again.
            }
        }

        throw new UnreachableException("A hundred thousand parts.");
    }

    private bool HasRoomFor(RecordedLine[] waiting, string? folder)
    {
        try
        {
            return new DriveInfo(Path.GetFullPath(string.IsNullOrEmpty(folder) ? "." : folder)).AvailableFreeSpace >= waiting.Sum(BytesOnDisk) + RoomBeyondWaitingBytes;
        }
        catch (Exception fault) when (FileFault.IsExpected(fault) || fault is ArgumentException)
        {
            // Whether there is room will be seen.
            return true;
        }
    }

    private long BytesOnDisk(RecordedLine line) => _passphrase is null ? line.Bytes.Length : SealedLines.SealedBytes(line.Bytes.Length);
}
