using CoRegulation.Biofeedback.Sessions.Engine;

namespace CoRegulation.Biofeedback.Sessions.Export;

/// <summary>Writes a session's results into a folder.</summary>
public static class SessionExport
{
    /// <summary>Writes the CSV files, <c>summary.json</c> and <c>data_dictionary.csv</c>: all of them or none.</summary>
    /// <param name="analysis">The session.</param>
    /// <param name="folder">Where to; made when it is missing, readable by its owner alone.</param>
    /// <param name="force">Whether files that are there already may be replaced.</param>
    /// <param name="texts">Files to write with them, by name: figures, for instance. Default none.</param>
    /// <returns>The summary as JSON.</returns>
    /// <exception cref="ExportException">Files are there already, or the folder cannot be written.</exception>
    public static string Write(SessionAnalysis analysis, string folder, bool force = false, IReadOnlyDictionary<string, string>? texts = null)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var hrv = new HrvRows(analysis);
        var tables = SessionTables.Of(analysis, hrv).ToList();
        tables.Add(SessionTables.Dictionary(tables));
        var summary = SessionSummary.Json(analysis, hrv);

        using var target = new ExportFolder(folder, [.. tables.Select(table => table.File), SessionSummary.File, .. texts?.Keys ?? []], force);
        foreach (var table in tables)
            target.Write(table.File, table.Write);
        target.Write(SessionSummary.File, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(summary)));
        foreach (var (name, text) in texts ?? new Dictionary<string, string>())
            target.Write(name, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)));
        target.Complete();
        return summary;
    }
}
