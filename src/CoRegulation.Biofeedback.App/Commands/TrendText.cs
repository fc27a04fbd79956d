using System.Globalization;
using CoRegulation.Biofeedback.Analysis.Returns;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Library;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary>Trends for a person at a terminal.</summary>
internal static class TrendText
{
    private const string None = "–";

    /// <summary>A person's sessions, the time to baseline with partner and alone, and other numbers.</summary>
    public static void Write(PersonTrend trend, TextWriter output)
    {
        Write(trend, output, "the partner");
        Close(output);
    }

    /// <summary>A pair's sessions, and each of the two.</summary>
    public static void Write(PairTrend trend, TextWriter output)
    {
        TextTable.Write(
            output,
            ["started", "session", "length", "moved together", "distance"],
            trend.Sessions.Select(session => (IReadOnlyList<string>)
            [
                Date(session.Started!.Value),
                session.Name + (Mark(session.Origin!.Value) is { Length: > 0 } mark ? $" ({mark})" : ""),
                LibraryText.Length(session.DurationS),
                LibraryText.Together(session),
                LibraryText.Distance(session.Dyad),
            ]));
        output.WriteLine();
        Line(output, "moved together beyond chance", trend.Verdicts == 0 ? "no session has a verdict" : $"in {trend.BeyondChance} of {trend.Verdicts} sessions with a verdict; of strangers one in twenty is expected");
        foreach (var number in trend.Numbers)
            Line(output, number.Name, Words(number));
        foreach (var person in trend.People)
        {
            output.WriteLine();
            Write(person, output, trend.People.First(other => other.Identity != person.Identity).Name);
        }

        Close(output);
    }

    private static void Write(PersonTrend trend, TextWriter output, string partner)
    {
        output.WriteLine(OneLine.Of($"{trend.Name}: {Count(trend.Sessions.Length, "session")}, {trend.Sessions.Count(session => session.Partner is not null)} with {partner}, {trend.Sessions.Count(session => session.Partner is null)} alone"));
        TextTable.Write(
            output,
            ["started", "session", "with", "episodes", "time to baseline", "baseline", "RMSSD"],
            trend.Sessions.Select(session => (IReadOnlyList<string>)
            [
                Date(session.Started),
                session.Session + (Mark(session.Origin) is { Length: > 0 } mark ? $" ({mark})" : ""),
                session.Partner ?? "alone",
                session.Episodes == session.Seen ? $"{session.Episodes}" : $"{session.Episodes}, {session.Episodes - session.Seen} not seen to the end",
                Number(session.MedianTimeToBaselineS, "s"),
                Number(session.BaselineBpm, "bpm"),
                Number(session.RmssdMs, "ms"),
            ]));
        output.WriteLine();
        Line(output, "time to baseline, all", Words(trend.Returns.All));
        Line(output, $"with {partner}", Words(trend.Returns.WithPartner));
        Line(output, "alone", Words(trend.Returns.Alone));
        Line(output, $"with {partner} against alone", trend.Returns.PartnerToAlone is { Missing: { } missing } ? missing : Times(trend.Returns.PartnerToAlone));
        foreach (var number in trend.Numbers)
            Line(output, number.Name, Words(number));
    }

    private static string Words(ReturnGroup group)
    {
        var times = group.Times;
        if (times.Episodes == 0)
            return "no episode";
        var median = double.IsNaN(times.MedianS)
            ? $"no median: of {Count(times.Episodes, "episode")} {times.Seen} were seen to the end"
            : string.Create(CultureInfo.InvariantCulture, $"median {times.MedianS:0} s ({Bound(times.LowS)} to {Bound(times.HighS)}), {Count(times.Episodes, "episode")} in {Count(group.Sessions, "session")}, {times.Seen} seen to the end");
        return $"{median}; change a week: {(group.PerWeek is { Missing: { } missing } ? missing : Percent(group.PerWeek))}";
    }

    private static string Words(TrendNumber number)
    {
        var slope = number.Slope;
        if (slope.Sessions == 0)
            return "in no session";
        var change = double.IsNaN(slope.PerWeek) ? "needs sessions of different dates"
            : double.IsNaN(slope.Low) ? "too few sessions to bound it"
            : string.Create(CultureInfo.InvariantCulture, $"{slope.PerWeek:+0.00;-0.00;0.00} {number.Unit} ({slope.Low:+0.00;-0.00;0.00} to {slope.High:+0.00;-0.00;0.00})");
        return string.Create(CultureInfo.InvariantCulture, $"median {slope.Median:0.0} {number.Unit} in {Count(slope.Sessions, "session")}; change a week: {change}");
    }

    private static string Percent(ReturnChange change) => string.Create(
        CultureInfo.InvariantCulture, $"{change.Percent:+0;-0;0} % ({100 * (change.Low - 1):+0;-0;0} to {100 * (change.High - 1):+0;-0;0} %)");

    private static string Times(ReturnChange change) => string.Create(CultureInfo.InvariantCulture, $"{change.Factor:0.00} times as long ({change.Low:0.00} to {change.High:0.00})");

    private static string Bound(double seconds) => double.IsFinite(seconds) ? seconds.ToString("0", CultureInfo.InvariantCulture) : "not known";

    private static string Mark(Origin origin) => origin is Origin.Live ? "" : origin.ToString().ToLowerInvariant();

    private static string Date(DateTimeOffset started) => started.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Number(double? value, string unit) => value is { } number ? string.Create(CultureInfo.InvariantCulture, $"{number:0} {unit}") : None;

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static void Line(TextWriter output, string what, string text) => output.WriteLine(OneLine.Of($"{what}: {text}"));

    private static void Close(TextWriter output)
    {
        output.WriteLine();
        output.WriteLine("Intervals are of 95 %. Exploratory; association, not cause: other things change with the weeks, too. Not a medical device.");
    }
}
