namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>Creates files that only their owner can read.</summary>
internal static class NewFile
{
    /// <summary>Creates the file, which must not exist, for writing (and reading back) without a buffer; others may read meanwhile.</summary>
    public static FileStream Open(string path) => Open(path, FileMode.CreateNew, FileShare.Read);

    /// <summary>Opens a file for this process alone, and creates it where it is not there.</summary>
    public static FileStream OpenAlone(string path) => Open(path, FileMode.OpenOrCreate, FileShare.None);

    private static FileStream Open(string path, FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        return new FileStream(path, options);
    }
}
