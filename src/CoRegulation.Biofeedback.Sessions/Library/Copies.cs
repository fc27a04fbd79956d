namespace CoRegulation.Biofeedback.Sessions.Library;

/// <summary>Recordings of one and the same session under several names.</summary>
internal static class Copies
{
    /// <summary>Marks all but the longest of those that share a session's number; of equally long ones the first name stands.</summary>
    public static IReadOnlyList<LibrarySession> Mark(IReadOnlyList<LibrarySession> sessions)
    {
        var originals = sessions
            .Where(session => session is { Session: not null, Problem: null })
            .GroupBy(session => session.Session!.Value)
            .ToDictionary(same => same.Key, same => same.OrderByDescending(session => session.DurationS).ThenBy(session => session.Name, StringComparer.Ordinal).First().Name);
        return [.. sessions.Select(session =>
            session is { Session: { } number, Problem: null } && originals[number] != session.Name ? session with { CopyOf = originals[number] } : session)];
    }
}
