using CoRegulation.Biofeedback.Analysis.Trends;

namespace CoRegulation.Biofeedback.Sessions.Library;

/// <summary>What the trends of people and of pairs have in common.</summary>
internal static class Trends
{
    private const double DaysAWeek = 7;

    /// <summary>How a number changes over the sessions that have it.</summary>
    public static TrendNumber Number(string name, string unit, IEnumerable<(LibrarySession Session, double? Value)> sessions)
    {
        var known = sessions.Where(one => one.Value is not null).Select(one => (Started: one.Session.Started!.Value, Value: one.Value!.Value)).ToArray();
        return new(name, unit, WeeklySlope.Of([.. known.Select(one => ((one.Started - known[0].Started).TotalDays / DaysAWeek, one.Value))]));
    }
}
