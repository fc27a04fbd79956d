using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>Writes a recording while it happens. A line is with the operating system when <see cref="Append"/> returns, so a killed
/// process loses nothing that it was given; what <see cref="Sync"/> has seen survives the machine, too. For several threads.</summary>
public sealed class RecordingWriter : IDisposable
{
    private readonly Lock _gate = new();
    private readonly LineWriter _lines = new();
    private readonly string _path;
    private readonly FileStream _file;
    private long _length;
    private long _syncedLength;
    private bool _disposed;

    private RecordingWriter(string path, FileStream file) => (_path, _file) = (path, file);

    /// <summary>Creates a new file, readable by its owner only, and writes its header.</summary>
    /// <param name="path">The file; it must not exist. Whoever creates it is its only writer: nothing ever opens a recording to append.</param>
    /// <param name="header">Its header.</param>
    /// <exception cref="RecordingException">The file exists or cannot be created or written.</exception>
    public static RecordingWriter Create(string path, SessionHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        var writer = new RecordingWriter(path, Open(path));
        try
        {
            writer.Hand(writer._lines.Encode(header));
            writer.Sync();
            return writer;
        }
        catch
        {
            // Nothing of the session is in the file yet, so an empty or cut one would only be in the way.
            writer._file.Dispose();
            writer._lines.Dispose();
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Adds a line; one write of the operating system.</summary>
    /// <param name="fact">Not earlier than the one before.</param>
    /// <exception cref="ArgumentException">The fact is earlier than the one before; nothing was written.</exception>
    /// <exception cref="RecordingException">The line could not be written (the disk is full). What was written before is whole, and
    /// a later call may succeed.</exception>
    public void Append(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            Hand(_lines.Encode(fact));
        }
    }

    /// <summary>Makes what was appended so far survive the machine (fsync). Call it once a second, from another thread than the one that
    /// appends: it can take a tenth of a second, and appending goes on meanwhile. Costs nothing when there is nothing new.</summary>
    /// <exception cref="RecordingException">The operating system could not.</exception>
    public void Sync()
    {
        var length = Interlocked.Read(ref _length);
        if (length == Interlocked.Read(ref _syncedLength))
            return;

        try
        {
            RandomAccess.FlushToDisk(_file.SafeFileHandle);
        }
        catch (Exception fault) when (FileFault.IsExpected(fault))
        {
            throw FileFault.Writing(_path, fault);
        }

        Interlocked.Exchange(ref _syncedLength, length);
    }

    /// <summary>Syncs and closes the file. It stays unfinished unless an <see cref="EndFact"/> was appended.</summary>
    /// <exception cref="RecordingException">The last sync failed; the file is closed.</exception>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_disposed)
                return;

            _disposed = true;
        }

        try
        {
            Sync();
        }
        finally
        {
            _file.Dispose();
            _lines.Dispose();
        }
    }

    private static FileStream Open(string path)
    {
        try
        {
            return NewFile.Open(path);
        }
        catch (Exception fault) when (FileFault.IsExpected(fault))
        {
            throw FileFault.Writing(path, fault);
        }
    }

    private void Hand(ReadOnlySpan<byte> line)
    {
        try
        {
            RandomAccess.Write(_file.SafeFileHandle, line, _length);
        }
        catch (Exception fault) when (FileFault.IsExpected(fault))
        {
            TakeBackPartOfLine();
            throw FileFault.Writing(_path, fault);
        }

        Interlocked.Add(ref _length, line.Length);
    }

    // A full disk takes the first half of a line; the next line would stand behind it in the middle of the file, as damage.
    private void TakeBackPartOfLine()
    {
        try
        {
            RandomAccess.SetLength(_file.SafeFileHandle, _length);
        }
        catch (Exception fault) when (FileFault.IsExpected(fault))
        {
            // The error that is being reported already says that this disk does not work, and a reader leaves a cut line out.
        }
    }
}
