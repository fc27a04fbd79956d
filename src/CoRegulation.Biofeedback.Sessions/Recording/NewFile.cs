namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>Creates files that only their owner can read.</summary>
internal static class NewFile
{
    /// <summary>Creates the file, which must not exist, for writing (and reading back) without a buffer; others may read meanwhile.</summary>
    public static FileStream Open(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Read,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        return new FileStream(path, options);
    }
}
