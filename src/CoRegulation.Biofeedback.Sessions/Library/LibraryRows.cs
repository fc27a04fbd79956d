using System.Collections.Immutable;
using System.Globalization;
using CoRegulation.Biofeedback.Sessions.Facts;
using Microsoft.Data.Sqlite;

namespace CoRegulation.Biofeedback.Sessions.Library;

/// <summary>Sessions to rows of the index and back.</summary>
internal static class LibraryRows
{
    public static void Delete(SqliteTransaction transaction, string name) =>
        Run(transaction, "DELETE FROM session WHERE name = $0", name);

    public static void Insert(SqliteTransaction transaction, LibrarySession session, string? summary)
    {
        Run(
            transaction,
            "INSERT INTO session VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9)",
            session.Name, session.Problem, string.Join('\n', session.Warnings), session.Started?.ToString("O", CultureInfo.InvariantCulture), session.Origin?.ToString(),
            session.Title, session.Session?.ToString(), session.DurationS, session.Finished, summary);
        foreach (var (place, file) in session.Files.Index())
            Run(transaction, "INSERT INTO file VALUES ($0, $1, $2, $3, $4)", session.Name, place, file.Path, file.SizeBytes, file.ModifiedTicks);
        foreach (var (place, person) in session.People.Index())
        {
            Run(
                transaction,
                "INSERT INTO person VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9)",
                session.Name, place, person.Id, person.Name, person.Identity,
                person.MeanHeartRateBpm, person.BaselineBpm, person.RmssdMs, person.BreathingPerMin, person.CorrectedPercent);
        }

        if (session.Dyad is { } dyad)
        {
            Run(
                transaction,
                "INSERT INTO dyad VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                session.Name, dyad.R, dyad.LagS, dyad.P, dyad.BeyondChance, dyad.Paced,
                dyad.StartBpm, dyad.EndBpm, dyad.SlopeBpmPerMin, dyad.State, dyad.AnchorByLevel, dyad.AnchorByLag);
        }

        foreach (var (place, episode) in session.Episodes.Index())
        {
            Run(
                transaction,
                "INSERT INTO episode VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9)",
                session.Name, place, episode.Person, episode.OnsetS, episode.PeakS,
                episode.AmplitudeBpm, episode.TimeToBaselineS, episode.IsCensored, episode.ObservedS, episode.TimeConstantS);
        }
    }

    /// <summary>All sessions, the earliest first; those without a date at the end.</summary>
    public static IReadOnlyList<LibrarySession> Read(SqliteTransaction transaction)
    {
        var files = Query(transaction, "SELECT session, path, size_bytes, modified_ticks FROM file ORDER BY session, place", row =>
            (Session: row.GetString(0), Value: new FileStamp(row.GetString(1), row.GetInt64(2), row.GetInt64(3)))).ToLookup(row => row.Session, row => row.Value);
        var people = Query(transaction, "SELECT * FROM person ORDER BY session, place", row => (Session: row.GetString(0), Value: Person(row)))
            .ToLookup(row => row.Session, row => row.Value);
        var dyads = Query(transaction, "SELECT * FROM dyad", row => (Session: row.GetString(0), Value: Dyad(row))).ToDictionary(row => row.Session, row => row.Value);
        var episodes = Query(transaction, "SELECT * FROM episode ORDER BY session, place", row => (Session: row.GetString(0), Value: Episode(row)))
            .ToLookup(row => row.Session, row => row.Value);
        var sessions = Query(transaction, "SELECT name, problem, warnings, started, origin, title, session, duration_s, finished FROM session", row => new LibrarySession
        {
            Name = row.GetString(0),
            Problem = Text(row, 1),
            Warnings = [.. row.GetString(2).Split('\n', StringSplitOptions.RemoveEmptyEntries)],
            Started = Text(row, 3) is { } started ? DateTimeOffset.Parse(started, CultureInfo.InvariantCulture) : null,
            Origin = Text(row, 4) is { } origin ? Enum.Parse<Origin>(origin) : null,
            Title = Text(row, 5),
            Session = Text(row, 6) is { } session ? Guid.Parse(session) : null,
            DurationS = row.GetDouble(7),
            Finished = row.GetBoolean(8),
            Files = [.. files[row.GetString(0)]],
            People = [.. people[row.GetString(0)]],
            Dyad = dyads.GetValueOrDefault(row.GetString(0)),
            Episodes = [.. episodes[row.GetString(0)]],
        });
        return [.. sessions.OrderBy(session => session.Started ?? DateTimeOffset.MaxValue).ThenBy(session => session.Name, StringComparer.Ordinal)];
    }

    /// <summary>Runs a statement with its values.</summary>
    public static void Run(SqliteTransaction transaction, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = Command(transaction, sql);
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"${i}"), values[i] ?? DBNull.Value);
        command.ExecuteNonQuery();
    }

    private static LibraryPerson Person(SqliteDataReader row) => new()
    {
        Id = row.GetString(2),
        Name = row.GetString(3),
        Identity = row.GetString(4),
        MeanHeartRateBpm = Number(row, 5),
        BaselineBpm = Number(row, 6),
        RmssdMs = Number(row, 7),
        BreathingPerMin = Number(row, 8),
        CorrectedPercent = Number(row, 9),
    };

    private static LibraryDyad Dyad(SqliteDataReader row) => new()
    {
        R = Number(row, 1),
        LagS = Number(row, 2),
        P = Number(row, 3),
        BeyondChance = Truth(row, 4),
        Paced = Truth(row, 5),
        StartBpm = Number(row, 6),
        EndBpm = Number(row, 7),
        SlopeBpmPerMin = Number(row, 8),
        State = Text(row, 9),
        AnchorByLevel = Text(row, 10),
        AnchorByLag = Text(row, 11),
    };

    private static LibraryEpisode Episode(SqliteDataReader row) => new()
    {
        Person = row.GetString(2),
        OnsetS = row.GetDouble(3),
        PeakS = row.GetDouble(4),
        AmplitudeBpm = Number(row, 5),
        TimeToBaselineS = Number(row, 6),
        IsCensored = row.GetBoolean(7),
        ObservedS = Number(row, 8),
        TimeConstantS = Number(row, 9),
    };

    private static List<T> Query<T>(SqliteTransaction transaction, string sql, Func<SqliteDataReader, T> row)
    {
        using var command = Command(transaction, sql);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(row(reader));
        return rows;
    }

    private static SqliteCommand Command(SqliteTransaction transaction, string sql)
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // Only constants come here; values are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static double? Number(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDouble(column);

    private static bool? Truth(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetBoolean(column);
}
