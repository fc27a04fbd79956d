using System.Globalization;
using CoRegulation.Biofeedback.Sessions.Library;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary>Which session of a library is meant by a word.</summary>
internal static class SessionChoice
{
    private const string Ending = ".coreg.jsonl";
    private const string EncryptedEnding = ".coreg.enc";
    private const string Last = "last";

    /// <summary>The one session that is called so, or whose name or date begins so; the latest for "last".</summary>
    /// <exception cref="CommandException">There is none, or several.</exception>
    public static LibrarySession Find(IReadOnlyList<LibrarySession> sessions, string typed)
    {
        var name = typed.EndsWith(Ending, StringComparison.Ordinal) ? typed[..^Ending.Length]
            : typed.EndsWith(EncryptedEnding, StringComparison.Ordinal) ? $"{typed[..^EncryptedEnding.Length]}.enc"
            : typed;
        if (sessions.FirstOrDefault(session => session.Name == name) is { } exact)
            return exact;
        if (typed is Last && sessions.LastOrDefault(session => session.Started is not null) is { } latest)
            return latest;
        var found = sessions.Where(session => session.Session?.ToString() == typed || Begins(session, name)).ToArray();
        return found switch
        {
            [var one] => one,
            [] => throw new CommandException(ExitStatus.WrongInput, $"no session is called '{typed}': 'coreg library list' names them"),
            [var first, var second, ..] => throw new CommandException(
                ExitStatus.WrongInput,
                $"'{typed}' can be {(found.Length == 2 ? $"'{first.Name}' or '{second.Name}'" : $"any of {found.Length} sessions, '{first.Name}' and '{second.Name}' among them")}: type more of the name"),
        };
    }

    private static bool Begins(LibrarySession session, string typed) =>
        typed.Length > 0
        && (session.Name.StartsWith(typed, StringComparison.Ordinal)
            || Path.GetFileName(session.Name).StartsWith(typed, StringComparison.Ordinal)
            || (session.Started is { } started && started.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture).StartsWith(typed, StringComparison.Ordinal)));
}
