namespace CoRegulation.Biofeedback.Analysis.Returns;

/// <summary>The returns to baseline over the sessions of one kind.</summary>
public sealed record ReturnGroup
{
    private const double DaysAWeek = 7;

    /// <summary>Fewest sessions with an episode for a trend: with fewer the interval of a slope has no meaning.</summary>
    private const int LeastSessions = 5;

    /// <summary>A time below it counts as this in logarithms, s: the step of the heart-rate grid is a quarter of it.</summary>
    private const double ShortestS = 1;

    private readonly DateTimeOffset _origin;
    private readonly double _middleWeeks;
    private readonly double _logLevel, _logLow, _logHigh;

    private ReturnGroup(DateTimeOffset origin, double middleWeeks, (double Level, double Low, double High) log) =>
        (_origin, _middleWeeks, _logLevel, _logLow, _logHigh) = (origin, middleWeeks, log.Level, log.Low, log.High);

    /// <summary>Sessions with at least one episode.</summary>
    public required int Sessions { get; init; }

    /// <summary>All their episodes together.</summary>
    public required KaplanMeier Times { get; init; }

    /// <summary>The change from one week to the next.</summary>
    public required ReturnChange PerWeek { get; init; }

    /// <summary>The trend's median time to baseline at a date, with its 95 % interval, s; NaN without a trend.</summary>
    /// <param name="date">The date; beyond the sessions it is a guess.</param>
    public (double MedianS, double LowS, double HighS) At(DateTimeOffset date)
    {
        // About the middle of the sessions level and slope have little to do with each other, so their uncertainties add as squares.
        var weeks = Weeks(date, _origin) - _middleWeeks;
        var slope = Math.Log(PerWeek.Factor);
        var median = _logLevel + (slope * weeks);
        var (ofLow, ofHigh) = (Math.Abs((slope - Math.Log(PerWeek.Low)) * weeks), Math.Abs((Math.Log(PerWeek.High) - slope) * weeks));
        var (down, up) = weeks >= 0 ? (ofLow, ofHigh) : (ofHigh, ofLow);
        return (Math.Exp(median), Math.Exp(median - double.Hypot(_logLevel - _logLow, down)), Math.Exp(median + double.Hypot(_logHigh - _logLevel, up)));
    }

    internal static ReturnGroup Of(IReadOnlyList<SessionReturns> sessions)
    {
        var kept = sessions.Where(session => session.Episodes.Count > 0).ToArray();
        var times = KaplanMeier.Of([.. kept.SelectMany(session => session.Episodes)]);
        if (kept.Length < LeastSessions)
            return Without($"needs {LeastSessions} sessions with an episode, has {kept.Length}");

        var origin = kept[0].Started;
        (double X, double Y, bool IsCensored, int Cluster)[] points =
        [
            .. kept.SelectMany((session, cluster) => session.Episodes.Select(time => (Weeks(session.Started, origin), LogS(time), time.IsCensored, cluster))),
        ];
        if (points.All(point => point.X == points[0].X))
            return Without("needs sessions of different dates");

        var change = ReturnChange.OfLogarithm(CensoredSlope.Fit(points, kept.Length));
        if (change.Missing is { } missing)
            return Without(missing);

        var middle = points.Average(point => point.X);
        var slope = Math.Log(change.Factor);
        var levelled = KaplanMeier.Of([.. points.Select(point => new ReturnTime(Math.Exp(point.Y - (slope * (point.X - middle))), point.IsCensored))]);
        return new(origin, middle, (Math.Log(levelled.MedianS), Math.Log(levelled.LowS), Math.Log(levelled.HighS)))
        {
            Sessions = kept.Length,
            Times = times,
            PerWeek = change,
        };

        ReturnGroup Without(string reason) => new(default, 0, (double.NaN, double.NaN, double.NaN))
        {
            Sessions = kept.Length,
            Times = times,
            PerWeek = ReturnChange.None(reason),
        };
    }

    internal static double LogS(ReturnTime time) => Math.Log(Math.Max(ShortestS, time.TimeS));

    private static double Weeks(DateTimeOffset date, DateTimeOffset origin) => (date - origin).TotalDays / DaysAWeek;
}
