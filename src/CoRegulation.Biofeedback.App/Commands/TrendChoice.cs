using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Library;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary>Which person of a library is meant by a word, and which sessions count for a trend.</summary>
/// <param name="Sessions">The sessions that count, the earliest first.</param>
/// <param name="Notes">What is left out, a line each.</param>
internal sealed record TrendChoice(IReadOnlyList<LibrarySession> Sessions, IReadOnlyList<string> Notes)
{
    /// <summary>Keeps the sessions of people that can be analysed, each once, those of straps and what else is asked for.</summary>
    public static TrendChoice Among(IReadOnlyList<LibrarySession> sessions, IReadOnlyList<string> identities, bool simulated, bool imported)
    {
        LibrarySession[] theirs = [.. sessions.Where(session => session is { Problem: null, CopyOf: null } && session.People.Any(person => identities.Contains(person.Identity)))];
        LibrarySession[] kept = [.. theirs.Where(session => session.Origin switch
        {
            Origin.Simulated => simulated,
            Origin.Imported => imported,
            _ => true,
        })];
        var notes = new List<string>();
        Note(Origin.Simulated, "simulated, and no measurement", "--simulated");
        Note(Origin.Imported, "imported, with the date of the import", "--imported");
        if (sessions.Count(session => session.CopyOf is not null) is > 0 and var copies)
            notes.Add($"{copies} {(copies == 1 ? "recording is a copy or a part" : "recordings are copies or parts")} of another and left out");
        if (sessions.Count(session => session.Problem is not null) is > 0 and var broken)
            notes.Add($"{broken} {(broken == 1 ? "recording" : "recordings")} cannot be read and {(broken == 1 ? "is" : "are")} left out; 'coreg library list' says why");
        if (identities.Any(Identity.IsNameless))
            notes.Add("a person without a name may be another in each session: give people names, or a personId");
        return kept.Length > 0
            ? new(kept, notes)
            : throw new CommandException(ExitStatus.WrongInput, string.Join("; ", notes.Prepend("no session is left for a trend")));

        void Note(Origin origin, string why, string option)
        {
            if (theirs.Count(session => session.Origin == origin) is > 0 and var count && !kept.Any(session => session.Origin == origin))
                notes.Add($"{count} {(count == 1 ? "session is" : "sessions are")} {why}: left out, {option} takes {(count == 1 ? "it" : "them")} in");
        }
    }

    /// <summary>The identity of the one person who is called so, or has this <c>personId</c>.</summary>
    /// <exception cref="CommandException">There is nobody, or several.</exception>
    public static string Person(IReadOnlyList<LibrarySession> sessions, string typed)
    {
        var people = sessions.SelectMany(session => session.People).ToArray();
        var found = people.Where(person => Identity.IsMeant(typed, person.Identity, person.Name)).Select(person => person.Identity).Distinct().Order(StringComparer.Ordinal).ToArray();
        // What was typed in full is not ambiguous.
        return found.FirstOrDefault(identity => identity == typed) ?? found switch
        {
            [var one] => one,
            [] => throw new CommandException(
                ExitStatus.WrongInput,
                people.Length == 0 ? "there is nobody in this library" : $"nobody here is called '{typed}'; there are {string.Join(", ", people.Select(person => person.Name).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).Take(20))}"),
            _ => throw new CommandException(ExitStatus.WrongInput, $"'{typed}' can be any of {string.Join(", ", found)}: give one of these"),
        };
    }
}
