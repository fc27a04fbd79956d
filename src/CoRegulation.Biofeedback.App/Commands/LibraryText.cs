using System.Globalization;
using CoRegulation.Biofeedback.Sessions.Library;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary>Past sessions for a person at a terminal.</summary>
internal static class LibraryText
{
    private const string None = "–";

    /// <summary>A line for each session, those that cannot be read with what is wrong.</summary>
    public static void WriteList(IReadOnlyList<LibrarySession> sessions, TextWriter output)
    {
        TextTable.Write(
            output,
            ["started", "session", "people", "length", "moved together", "distance", "remarks"],
            sessions.Select(session => (IReadOnlyList<string>)
            [
                Started(session),
                session.Name,
                session.People.IsEmpty ? None : string.Join(", ", session.People.Select(person => person.Name)) + (session.IsOfTwo ? "" : " (alone)"),
                session.Problem is null ? Length(session.DurationS) : None,
                Together(session),
                Distance(session.Dyad),
                Remarks(session),
            ]));
        output.WriteLine();
        output.WriteLine("Exploratory; association, not cause. Not a medical device.");
    }

    /// <summary>The numbers of one session.</summary>
    public static void WriteSession(LibrarySession session, TextWriter output)
    {
        Line("session", $"{session.Name}{(session.Title is { } title ? $": {title}" : "")}");
        Line("started", $"{Started(session)}, {Length(session.DurationS)}{(session.Finished ? "" : ", unfinished")}{(Origin(session) is { Length: > 0 } origin ? $", {origin}" : "")}");
        foreach (var person in session.People)
        {
            Line(
                $"person {person.Id}",
                $"{person.Name}: heart rate {Number(person.MeanHeartRateBpm, "bpm")} (baseline {Number(person.BaselineBpm, "bpm")}), RMSSD {Number(person.RmssdMs, "ms")}, "
                + $"breathing {Number(person.BreathingPerMin, "/min")}, {Number(person.CorrectedPercent, "%")} of beats corrected");
        }

        if (session.Dyad is { } dyad)
        {
            Line("together", $"{Together(session)}; r {Number(dyad.R, "", 2)}{(dyad.BeyondChance is true ? $" at lag {Number(dyad.LagS, "s", 2)}" : "")}{(dyad.P is null ? "" : $", p {Number(dyad.P, "", 3)}")}");
            Line("distance", $"{Distance(dyad)}; {Number(dyad.SlopeBpmPerMin, "bpm a minute", 2)}");
            if (dyad.AnchorByLevel is { } level)
                Line("by level", $"{Name(session, level)} stayed near the own baseline while the other came back");
            if (dyad.AnchorByLag is { } lag)
                Line("by lag", $"{Name(session, lag)} moved first");
        }

        foreach (var episode in session.Episodes)
            Line("episode", $"{Name(session, episode.Person)} at {Length(episode.OnsetS)}: {Number(episode.AmplitudeBpm, "bpm")} up, {Return(episode)}");
        if (session.CopyOf is { } original)
            Line("note", $"the same session as '{original}': it counts once");
        foreach (var warning in session.Warnings)
            Line("note", warning);
        output.WriteLine();
        output.WriteLine("Exploratory; association, not cause. Not a medical device.");

        void Line(string what, string text) => output.WriteLine(OneLine.Of($"{what,-9}  {text}"));
    }

    private static string Started(LibrarySession session) => session.Started?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? None;

    /// <summary>Whether the pair moved together beyond chance.</summary>
    public static string Together(LibrarySession session) => session.Dyad switch
    {
        null => None,
        { Paced: true } => "paced, no verdict",
        { BeyondChance: true } => "beyond chance",
        { BeyondChance: false } => "not beyond chance",
        _ => "not known",
    };

    /// <summary>The distance in the first and the last minute.</summary>
    public static string Distance(LibraryDyad? dyad) => dyad switch
    {
        { StartBpm: { } start, EndBpm: { } end } => string.Create(CultureInfo.InvariantCulture, $"{start:0} to {end:0} bpm{(dyad.State is { } state ? $", {state}" : "")}"),
        _ => None,
    };

    private static string Remarks(LibrarySession session) => string.Join("; ", new[]
    {
        session.Problem,
        Origin(session),
        session.Problem is null && !session.Finished ? "unfinished" : null,
        session.CopyOf is { } original ? $"the same session as '{original}'" : null,
        session.Warnings.Length > 0 ? session.Warnings[0] : null,
    }.Where(remark => !string.IsNullOrEmpty(remark)));

    private static string Origin(LibrarySession session) => session.Origin switch
    {
        Sessions.Facts.Origin.Simulated => "simulated",
        Sessions.Facts.Origin.Imported => "imported",
        _ => "",
    };

    private static string Return(LibraryEpisode episode) => episode switch
    {
        { TimeToBaselineS: { } time } => string.Create(CultureInfo.InvariantCulture, $"back at baseline after {time:0} s"),
        { ObservedS: { } observed } => string.Create(CultureInfo.InvariantCulture, $"not back when observation ended after {observed:0} s"),
        _ => "return not seen",
    };

    private static string Name(LibrarySession session, string id) => session.People.FirstOrDefault(person => person.Id == id)?.Name ?? id;

    /// <summary>Minutes and seconds.</summary>
    public static string Length(double seconds)
    {
        var time = TimeSpan.FromSeconds(Math.Round(seconds));
        return string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes}:{time:ss}");
    }

    private static string Number(double? value, string unit, int decimals = 0) => value is not { } number
        ? None
        : (number.ToString("0." + new string('0', decimals), CultureInfo.InvariantCulture).TrimEnd('.') + " " + unit).TrimEnd();
}
