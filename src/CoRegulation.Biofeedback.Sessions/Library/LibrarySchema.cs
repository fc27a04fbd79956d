using CoRegulation.Biofeedback.Analysis;

namespace CoRegulation.Biofeedback.Sessions.Library;

/// <summary>The tables of the index.</summary>
internal static class LibrarySchema
{
    /// <summary>Raised when a table, or what a column means, changes: an older index is then made anew from the recordings.</summary>
    public const int Version = 2;

    /// <summary>What made the numbers: another program may compute others, so its index is made anew.</summary>
    public static string Maker { get; } = $"{typeof(AnalysisOptions).Module.ModuleVersionId:N}{typeof(LibrarySchema).Module.ModuleVersionId:N}";

    public const string Create = """
        CREATE TABLE made (maker TEXT NOT NULL);
        CREATE TABLE session (
            name TEXT PRIMARY KEY, problem TEXT, warnings TEXT NOT NULL, started TEXT, origin TEXT, title TEXT, session TEXT,
            duration_s REAL NOT NULL, finished INTEGER NOT NULL, summary TEXT) WITHOUT ROWID;
        CREATE TABLE file (
            session TEXT NOT NULL REFERENCES session(name) ON DELETE CASCADE, place INTEGER NOT NULL,
            path TEXT NOT NULL, size_bytes INTEGER NOT NULL, modified_ticks INTEGER NOT NULL, PRIMARY KEY (session, place)) WITHOUT ROWID;
        CREATE TABLE person (
            session TEXT NOT NULL REFERENCES session(name) ON DELETE CASCADE, place INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, identity TEXT NOT NULL,
            mean_heart_rate_bpm REAL, baseline_bpm REAL, rmssd_ms REAL, breathing_per_min REAL, corrected_percent REAL, PRIMARY KEY (session, place)) WITHOUT ROWID;
        CREATE INDEX person_identity ON person(identity);
        CREATE TABLE dyad (
            session TEXT PRIMARY KEY REFERENCES session(name) ON DELETE CASCADE, r REAL, lag_s REAL, p REAL, beyond_chance INTEGER, paced INTEGER,
            start_bpm REAL, end_bpm REAL, slope_bpm_per_min REAL, state TEXT, anchor_by_level TEXT, anchor_by_lag TEXT) WITHOUT ROWID;
        CREATE TABLE episode (
            session TEXT NOT NULL REFERENCES session(name) ON DELETE CASCADE, place INTEGER NOT NULL, person TEXT NOT NULL, onset_s REAL NOT NULL, peak_s REAL NOT NULL,
            amplitude_bpm REAL, time_to_baseline_s REAL, censored INTEGER NOT NULL, observed_s REAL, time_constant_s REAL, PRIMARY KEY (session, place)) WITHOUT ROWID;
        """;

    public const string Drop = """
        DROP TABLE IF EXISTS made; DROP TABLE IF EXISTS episode; DROP TABLE IF EXISTS dyad; DROP TABLE IF EXISTS person; DROP TABLE IF EXISTS file; DROP TABLE IF EXISTS session;
        """;
}
