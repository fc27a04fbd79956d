using CoRegulation.Biofeedback.Sessions.Recording;
using Microsoft.Data.Sqlite;

namespace CoRegulation.Biofeedback.Sessions.Library;

/// <summary>The past sessions of a folder. The recordings are the truth; what is kept beside them is an index that can be made again at any time.</summary>
public sealed class LibraryIndex : IDisposable
{
    private readonly string _folder;
    private readonly LibraryDatabase _database;

    private LibraryIndex(string folder, LibraryDatabase database) => (_folder, _database) = (folder, database);

    /// <summary>The folder of the person at the keyboard: <c>coreg/library</c> in the place for the data of programs
    /// (<c>~/.local/share</c> on Linux, <c>~/Library/Application Support</c> on macOS, <c>%LOCALAPPDATA%</c> on Windows).</summary>
    /// <exception cref="LibraryException">The account has no such place.</exception>
    public static string OwnFolder => Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } data
        ? Path.Join(data, "coreg", "library")
        : throw new LibraryException("This account has no folder of its own for a library: name one with --library.", inputIsWrong: true);

    /// <summary>The folder with the recordings.</summary>
    public string Folder => _folder;

    /// <summary>Whether the index is kept; false where the folder may not be written, so that every use reads all recordings.</summary>
    public bool IsKept => _database.IsKept;

    /// <summary>Opens the library of a folder and looks what is new, changed or gone there.</summary>
    /// <param name="folder">The folder; null for <see cref="OwnFolder"/>, which is made when it is missing.</param>
    /// <param name="passphrase">Of encrypted recordings; what the index keeps of them is not encrypted.</param>
    /// <param name="progress">Told after each recording that was read: how many of how many.</param>
    /// <param name="stop">Ends it early; what was read by then is kept.</param>
    /// <exception cref="LibraryException">The folder is not there, cannot be read, or its index is of a newer program.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static LibraryIndex Open(string? folder, Passphrase? passphrase = null, Action<int, int>? progress = null, CancellationToken stop = default) =>
        Open(folder, index => index.Refresh(passphrase, progress, stop));

    /// <summary>Opens the library of a folder and reads every recording anew. The old index stays as it is until the new one takes its place.</summary>
    /// <inheritdoc cref="Open(string?, Passphrase?, Action{int, int}?, CancellationToken)"/>
    public static LibraryIndex Rebuild(string? folder, Passphrase? passphrase = null, Action<int, int>? progress = null, CancellationToken stop = default) =>
        Open(folder, index => index.ReadAll(passphrase, progress, stop));

    /// <summary>All sessions, the earliest first; those whose date cannot be read at the end.</summary>
    /// <exception cref="LibraryException">The index cannot be read.</exception>
    public IReadOnlyList<LibrarySession> Sessions() => Guard(_folder, () => Copies.Mark(_database.Sessions()));

    /// <summary>The summary of a session as <c>summary.json</c> has it; null where it could not be analysed.</summary>
    /// <param name="session">The session.</param>
    /// <exception cref="LibraryException">The index cannot be read.</exception>
    public string? Summary(LibrarySession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return Guard(_folder, () => _database.Summary(session.Name));
    }

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();

    private static LibraryIndex Open(string? folder, Action<LibraryIndex> fill)
    {
        var place = folder ?? OwnFolder;
        return Guard(place, () =>
        {
            if (folder is null)
                MakeOwn(place);
            else if (!Directory.Exists(place))
                throw new LibraryException(
                    File.Exists(place) ? $"'{place}' is a file: name the folder that holds the recordings." : $"'{place}' is not there. Check the name; a library is a folder with recordings.", inputIsWrong: true);

            var index = new LibraryIndex(place, LibraryDatabase.Open(place));
            try
            {
                fill(index);
                return index;
            }
            catch
            {
                index.Dispose();
                throw;
            }
        });
    }

    private static void MakeOwn(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private void Refresh(Passphrase? passphrase, Action<int, int>? progress, CancellationToken stop)
    {
        var version = _database.Version();
        if (version > LibrarySchema.Version)
        {
            throw new LibraryException(
                $"The index of '{_folder}' was made by a newer program (version {version}, this one knows {LibrarySchema.Version}): use that, or 'coreg library rebuild' to make it anew. The recordings are not touched.",
                inputIsWrong: true);
        }

        _database.MakeOurs();
        var known = _database.Sessions().ToDictionary(session => session.Name, session => session.Files);
        var there = SessionFiles.In(_folder);
        _database.Remove([.. known.Keys.Except(there.Select(session => session.Name))]);
        var toRead = there.Where(session => !known.TryGetValue(session.Name, out var stamps) || !stamps.SequenceEqual(session.Stamps)).ToArray();
        Read(toRead, passphrase, (session, summary) => _database.Put(session, summary), progress, stop);
    }

    private void ReadAll(Passphrase? passphrase, Action<int, int>? progress, CancellationToken stop)
    {
        var sessions = new List<(LibrarySession, string?)>();
        Read(SessionFiles.In(_folder), passphrase, (session, summary) => sessions.Add((session, summary)), progress, stop);
        _database.Replace(sessions);
    }

    /// <summary>Reads on all cores and keeps one by one.</summary>
    private static void Read(IReadOnlyCollection<SessionFiles> files, Passphrase? passphrase, Action<LibrarySession, string?> keep, Action<int, int>? progress, CancellationToken stop)
    {
        var (done, gate) = (0, new Lock());
        Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = stop }, file =>
        {
            var (session, summary) = SessionIndexing.Read(file, passphrase);
            lock (gate)
            {
                keep(session, summary);
                progress?.Invoke(++done, files.Count);
            }
        });
    }

    private static T Guard<T>(string folder, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (AggregateException several) when (several.InnerExceptions is [SqliteException or IOException or UnauthorizedAccessException, ..])
        {
            throw Failed(folder, several.InnerExceptions[0]);
        }
        catch (Exception fault) when (FileFault.IsExpected(fault) || fault is SqliteException)
        {
            throw Failed(folder, fault);
        }
    }

    private static LibraryException Failed(string folder, Exception fault) => fault is SqliteException
        ? new($"The index of '{folder}' cannot be used: {fault.Message} Free some space or try again; if it stays so, delete '{LibraryDatabase.FileName}' there: it is made again from the recordings.", inputIsWrong: false, fault)
        : new($"'{folder}' cannot be read: {fault.Message}", inputIsWrong: false, fault);
}
