namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>One process at a time: what is read, changed and written again is lost where two do so at once.</summary>
internal sealed class FileLock : IDisposable
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(20);

    private readonly FileStream _held;

    private FileLock(FileStream held) => _held = held;

    /// <summary>Takes the lock as soon as nobody else has it. Its file stays: to delete it would take it from who waits.</summary>
    /// <param name="lockFile">The file that is the lock, beside what is read and written.</param>
    /// <param name="patience">How long to wait; zero not at all.</param>
    /// <exception cref="IOException">It is held for longer, or cannot be made.</exception>
    public static FileLock Take(string lockFile, TimeSpan patience)
    {
        for (var waited = TimeSpan.Zero; ; waited += BetweenTries)
        {
            try
            {
                return new(NewFile.OpenAlone(lockFile));
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
}
