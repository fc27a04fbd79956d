namespace CoRegulation.Biofeedback.Analysis.Trends;

/// <summary>How a number changes from week to week over sessions of any dates.</summary>
/// <param name="Sessions">How many sessions have the number.</param>
/// <param name="Median">Its median over them; NaN without any.</param>
/// <param name="PerWeek">Change a week, units of the number; NaN with fewer than two dates.</param>
/// <param name="Low">Lower end of its 95 % interval; NaN where so few sessions bound nothing.</param>
/// <param name="High">Upper end of it.</param>
/// <remarks>Slope: the median of the slopes of all pairs of sessions, Sen (1968), J. Am. Stat. Assoc. 63(324), 1379. Interval: ranks of these slopes from the
/// variance of Kendall's S without ties (Gilbert 1987, Statistical Methods for Environmental Pollution Monitoring, eq. 16.3 to 16.5). Sessions
/// count as independent of each other. Exploratory.</remarks>
public readonly record struct WeeklySlope(int Sessions, double Median, double PerWeek, double Low, double High)
{
    /// <summary>Fewest sessions for an interval: with fewer even the steepest pairs do not bound the slope.</summary>
    public const int LeastSessions = 5;

    private const double Z95 = 1.959963984540054;

    /// <summary>The slope through some sessions, in any order.</summary>
    /// <param name="points">When, weeks from any date, and the number; finite.</param>
    /// <exception cref="ArgumentNullException"><paramref name="points"/> is null.</exception>
    public static WeeklySlope Of(IReadOnlyList<(double Weeks, double Value)> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        var slopes = new List<double>();
        for (var i = 0; i < points.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (points[i].Weeks != points[j].Weeks)
                    slopes.Add((points[i].Value - points[j].Value) / (points[i].Weeks - points[j].Weeks));
            }
        }

        slopes.Sort();
        var n = points.Count;
        var low = (int)Math.Round((slopes.Count - (Z95 * Math.Sqrt(n * (n - 1.0) * ((2 * n) + 5) / 18))) / 2) - 1;
        var isBounded = n >= LeastSessions && low >= 0;
        return new(
            n,
            Middle([.. points.Select(point => point.Value).Order()]),
            Middle(slopes),
            isBounded ? slopes[low] : double.NaN,
            isBounded ? slopes[slopes.Count - 1 - low] : double.NaN);
    }

    private static double Middle(List<double> sorted) => sorted.Count is 0 ? double.NaN : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
}
