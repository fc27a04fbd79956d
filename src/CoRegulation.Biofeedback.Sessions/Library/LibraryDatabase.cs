using CoRegulation.Biofeedback.Sessions.Recording;
using Microsoft.Data.Sqlite;

namespace CoRegulation.Biofeedback.Sessions.Library;

/// <summary>The file of the index. Every change is one transaction: it is there whole or not at all, and several processes may work at once.</summary>
internal sealed class LibraryDatabase : IDisposable
{
    /// <summary>The file's name in the library's folder.</summary>
    public const string FileName = "coreg-library.sqlite";

    /// <summary>How long to wait for another process that writes, s. Its transactions take milliseconds; a rebuild of many sessions some more.</summary>
    private const int PatienceS = 60;

    private const int Corrupt = 11;
    private const int CannotOpen = 14;
    private const int ReadOnly = 8;
    private const int NoDatabase = 26;

    private readonly SqliteConnection _connection;

    private LibraryDatabase(SqliteConnection connection) => _connection = connection;

    /// <summary>Whether it outlives this process.</summary>
    public bool IsKept { get; private init; }

    /// <summary>Opens the index of a folder, which is made when there is none or when what is there is broken. Where the folder may not be written it is kept in memory.</summary>
    public static LibraryDatabase Open(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            return OpenFile(path);
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is Corrupt or NoDatabase)
        {
            return MakeAnew(path);
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException or SqliteException { SqliteErrorCode: CannotOpen or ReadOnly })
        {
            return new(Connect(":memory:")) { IsKept = false };
        }
    }

    /// <summary>The version of the tables that are in it; 0 for none.</summary>
    public int Version() => Convert.ToInt32(Scalar("PRAGMA user_version"), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Makes empty tables where there are none, where they are of an earlier version, or where another program computed what is in them.
    /// Not for those of a newer one.</summary>
    public void MakeOurs()
    {
        if (IsOurs())
            return;
        using var transaction = Begin();
        // Another process may have done so meanwhile, and its sessions are not to be thrown away.
        if (!IsOurs())
            Reset(transaction);
        transaction.Commit();
    }

    /// <summary>Replaces everything.</summary>
    public void Replace(IEnumerable<(LibrarySession Session, string? Summary)> sessions)
    {
        using var transaction = Begin();
        Reset(transaction);
        foreach (var (session, summary) in sessions)
            LibraryRows.Insert(transaction, session, summary);
        transaction.Commit();
    }

    /// <summary>Puts a session in place of what is known of it.</summary>
    public void Put(LibrarySession session, string? summary)
    {
        using var transaction = Begin();
        LibraryRows.Delete(transaction, session.Name);
        LibraryRows.Insert(transaction, session, summary);
        transaction.Commit();
    }

    /// <summary>Forgets sessions.</summary>
    public void Remove(IReadOnlyCollection<string> names)
    {
        if (names.Count == 0)
            return;
        using var transaction = Begin();
        foreach (var name in names)
            LibraryRows.Delete(transaction, name);
        transaction.Commit();
    }

    /// <summary>Everything, as it was at one instant.</summary>
    public IReadOnlyList<LibrarySession> Sessions()
    {
        using var transaction = _connection.BeginTransaction(deferred: true);
        return LibraryRows.Read(transaction);
    }

    /// <summary>The summary of a session; null where there is none.</summary>
    public string? Summary(string name)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT summary FROM session WHERE name = $name";
        command.Parameters.AddWithValue("$name", name);
        return command.ExecuteScalar() as string;
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    /// <summary>Puts an empty one in place of a broken one. Nothing is lost: all that was in it stands in the recordings.</summary>
    private static LibraryDatabase MakeAnew(string path)
    {
        using var alone = FileLock.Take(path + ".lock", TimeSpan.FromSeconds(PatienceS));
        try
        {
            // Another process may have done so meanwhile.
            return OpenFile(path);
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is Corrupt or NoDatabase)
        {
            foreach (var file in new[] { path, path + "-wal", path + "-shm" })
                File.Delete(file);
            return OpenFile(path);
        }
    }

    private static LibraryDatabase OpenFile(string path)
    {
        MakeFile(path);
        var database = new LibraryDatabase(Connect(path)) { IsKept = true };
        try
        {
            if (database.Scalar("PRAGMA quick_check") is not "ok")
                throw new SqliteException("The index is broken.", Corrupt);
            // Readers do not wait for a writer then.
            database.Scalar("PRAGMA journal_mode = WAL");
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>SQLite gives its side files the rights of the file, so that it is not left to SQLite to make it.</summary>
    private static void MakeFile(string path)
    {
        try
        {
            if (!File.Exists(path))
                NewFile.Open(path).Dispose();
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process made it in between.
        }
    }

    private static SqliteConnection Connect(string source)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = source, Pooling = false, ForeignKeys = true, DefaultTimeout = PatienceS }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Reset(SqliteTransaction transaction)
    {
        LibraryRows.Run(transaction, LibrarySchema.Drop);
        LibraryRows.Run(transaction, LibrarySchema.Create);
        LibraryRows.Run(transaction, "INSERT INTO made VALUES ($0)", LibrarySchema.Maker);
        LibraryRows.Run(transaction, FormattableString.Invariant($"PRAGMA user_version = {LibrarySchema.Version}"));
    }

    private bool IsOurs() => Version() == LibrarySchema.Version
        && Scalar("SELECT 1 FROM sqlite_master WHERE name = 'made'") is not null
        && Scalar("SELECT maker FROM made") is string maker && maker == LibrarySchema.Maker;

    private SqliteTransaction Begin() => _connection.BeginTransaction(deferred: false);

    private object? Scalar(string sql)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Only constants of this class come here.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
