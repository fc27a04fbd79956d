namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>A file that is there whole, or not at all, and that only its owner can read.</summary>
public static class WholeFile
{
    /// <summary>Writes beside the place under a passing name, syncs, and renames.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the content; buffers by itself.</param>
    /// <param name="overwrite">Whether a file that is there may be replaced.</param>
    /// <exception cref="RecordingException">The file exists or cannot be written; nothing was left behind.</exception>
    public static void Write(string path, Action<Stream> write, bool overwrite = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        if (!overwrite)
            MustBeNew(path);

        var passing = Path.Join(Path.GetDirectoryName(path), $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}");
        try
        {
            using (var file = NewFile.Open(passing))
                WriteAndMove(file);
        }
        catch (Exception fault) when (FileFault.IsExpected(fault))
        {
            throw FileFault.Writing(path, fault);
        }

        void WriteAndMove(FileStream file)
        {
            try
            {
                write(file);
                file.Flush(flushToDisk: true);
                File.Move(passing, path, overwrite);
            }
            catch
            {
                File.Delete(passing);
                throw;
            }
        }
    }

    /// <summary>Complains early about a file that is there and would not be overwritten.</summary>
    /// <exception cref="RecordingException">There is such a file.</exception>
    public static void MustBeNew(string path)
    {
        if (Path.Exists(path))
            throw FileFault.AlreadyExists(path);
    }
}
