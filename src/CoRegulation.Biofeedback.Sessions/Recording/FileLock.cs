namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>One process at a time: what is read, changed and written again is lost where two do so at once.</summary>
internal sealed class FileLock : IDisposable
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(20);

    private readonly FileStream _held;

    private FileLock(FileStream held) => _held = held;

    /// <summary>Takes the lock of a file as soon as nobody else has it. Its own file stays: to delete it would take it from who waits.</summary>
    /// <param name="path">The file that is read and written.</param>
    /// <param name="patience">How long to wait; what is done under a lock takes milliseconds.</param>
    /// <exception cref="IOException">It is held for longer, or cannot be made.</exception>
    public static FileLock Take(string path, TimeSpan patience)
    {
        for (var waited = TimeSpan.Zero; ; waited += BetweenTries)
        {
            try
            {
                return new(new FileStream(path + ".lock", Options()));
            }
            catch (IOException fault) when (FileFault.IsInUse(fault) && waited < patience)
            {
#pragma warning disable RS0030 // Nothing tells when another process lets go of a file.
                Thread.Sleep(BetweenTries);
#pragma warning restore RS0030
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _held.Dispose();

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
