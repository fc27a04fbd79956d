namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>One file of a recording while it is written. A line is with the operating system when <see cref="Write"/> returns; what
/// <see cref="Sync"/> has seen survives the machine, too. One thread writes, another may sync meanwhile.</summary>
/// <remarks>As long as it is open, nobody can open it alone, by which <see cref="InterruptedSession"/> sees that a session is still recorded.</remarks>
internal sealed class LineFile : IDisposable
{
    private readonly FileStream _file;
    private readonly SealedLines? _sealed;
    private readonly FileIdentity? _identity;
    private string? _copy;
    private long _length;
    private long _syncedLength;
    private bool _broken;

    private LineFile(string path, FileStream file, SealedLines? sealedLines) =>
        (Path, _file, _sealed, _identity) = (path, file, sealedLines, StableIdentity(path, file));

    public string Path { get; }

    /// <summary>Creates a new file, readable by its owner only.</summary>
    /// <param name="path">The file.</param>
    /// <param name="passphrase">What it is encrypted with; null: in the clear.</param>
    /// <exception cref="RecordingException">The file exists or cannot be created, or there is no passphrase after all.</exception>
    public static LineFile Create(string path, Passphrase? passphrase)
    {
        if (passphrase is null)
            return new(path, Open(path), null);
        if (!passphrase.IsGiven)
            throw new RecordingException(RecordingFault.PassphraseNeeded, $"'{path}' is to be encrypted, but there is no passphrase. Give one, on a terminal or in a file with --passphrase-file FILE.");

        var (header, cipher) = EncryptionHeader.Create(passphrase);
        LineFile? file = null;
        try
        {
            file = new(path, Open(path), new SealedLines(cipher));
            file.Hand(header.Line());
            return file;
        }
        catch
        {
            cipher.Dispose();
            file?.Discard();
            throw;
        }
    }

    /// <summary>Adds a line with its line feed; one write of the operating system.</summary>
    /// <exception cref="RecordingException">It could not be written, and nothing of it is in the file, which takes no further line.</exception>
    public void Write(ReadOnlySpan<byte> line)
    {
        if (_broken)
            throw new RecordingException(RecordingFault.CannotWrite, $"'{Path}' failed before and takes no further line.");

        Hand(_sealed is null ? line : _sealed.Seal(line));
    }

    /// <summary>Makes what was written so far survive the machine (fsync). It can take a tenth of a second, and costs nothing when there is nothing new.</summary>
    /// <exception cref="RecordingException">The operating system could not, or the file is not there any more: its disk was taken away, or
    /// another file put in its place.</exception>
    public void Sync()
    {
        var length = Interlocked.Read(ref _length);
        try
        {
            if (length != Interlocked.Read(ref _syncedLength))
                RandomAccess.FlushToDisk(_file.SafeFileHandle);
        }
        catch (Exception fault) when (FileFault.IsExpected(fault))
        {
            throw FileFault.Writing(Path, fault);
        }

        if (!IsInPlace(length))
            throw FileFault.Gone(Path);
        Interlocked.Exchange(ref _syncedLength, length);
    }

    /// <summary>Writes the file once more where its name was taken away, its folder perhaps with it, or given to another file, while it was open: a file
    /// without a name can be read as long as it is held. What cannot be read any more, because its disk is gone, stays lost.</summary>
    /// <param name="first">Path of the session's first part, in its folder or another.</param>
    /// <param name="nextPart">Number of the part that would come next. Another file that has the name is somebody's and stays: this one then becomes a
    /// part with the next free number, which a reader takes instead of the other.</param>
    public void PutBack(string first, int nextPart)
    {
        if (IsInPlace(Interlocked.Read(ref _length)))
            return;
        var folder = System.IO.Path.GetDirectoryName(first);
        if (_copy is not null && System.IO.Path.GetDirectoryName(_copy) == folder && File.Exists(_copy))
            return;

        var place = System.IO.Path.Join(folder, System.IO.Path.GetFileName(Path));
        if (File.Exists(Path))
        {
            while (System.IO.Path.Exists(place = PartNames.Of(first, nextPart)))
                nextPart++;
        }

        try
        {
            WholeFile.Write(place, CopyTo);
            _copy = place;
        }
        catch (RecordingException)
        {
            // Where the disk does not take this, it is told of the lines that wait; they are not to be lost for it.
        }
    }

    public void Dispose()
    {
        _file.Dispose();
        _sealed?.Dispose();
    }

    /// <summary>Closes the file and takes it away again; one that cannot be taken away stays.</summary>
    public void Discard()
    {
        Dispose();
        try
        {
            File.Delete(Path);
        }
        catch (Exception fault) when (FileFault.IsExpected(fault))
        {
            // What is in it is written once more elsewhere, and a reader counts lines that the next part repeats once.
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

    // Null on a file system that does not call the same file the same twice, as some of the network do.
    private static FileIdentity? StableIdentity(string path, FileStream file) =>
        FileIdentity.Of(file.SafeFileHandle) is { } identity && FileIdentity.Of(path) == identity ? identity : null;

    // Where files cannot be told apart, one that was put in this one's place shows by being shorter, at once or after the next lines. Windows lets nobody
    // rename a file that is open, nor another over it.
    private bool IsInPlace(long written) => _identity is not null && FileIdentity.Of(Path) is { } there
        ? there == _identity
        : new FileInfo(Path) is { Exists: true } file && (OperatingSystem.IsWindows() || file.Length >= written);

    private void CopyTo(Stream copy)
    {
        var buffer = new byte[1 << 16];
        var end = Interlocked.Read(ref _length);
        for (var from = 0L; from < end;)
        {
            var read = RandomAccess.Read(_file.SafeFileHandle, buffer.AsSpan(0, (int)Math.Min(buffer.Length, end - from)), from);
            if (read == 0)
                return;
            copy.Write(buffer.AsSpan(0, read));
            from += read;
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
            _broken = true;
            TakeBackPartOfLine();
            throw FileFault.Writing(Path, fault);
        }

        Interlocked.Add(ref _length, line.Length);
    }

    // A full disk takes the first half of a line, which would look like a process that died within it.
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
