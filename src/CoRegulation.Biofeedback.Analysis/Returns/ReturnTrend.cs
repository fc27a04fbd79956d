namespace CoRegulation.Biofeedback.Analysis.Returns;

/// <summary>How one person's return to baseline changes over sessions, with the partner and alone: whether borrowed calm becomes one's own.</summary>
/// <remarks>Exploratory; association, not cause.</remarks>
public sealed record ReturnTrend
{
    private ReturnTrend()
    {
    }

    /// <summary>All sessions.</summary>
    public required ReturnGroup All { get; init; }

    /// <summary>Those with the partner.</summary>
    public required ReturnGroup WithPartner { get; init; }

    /// <summary>Those alone.</summary>
    public required ReturnGroup Alone { get; init; }

    /// <summary>Times with the partner as a multiple of times alone: below 1 the return is sooner with the partner. Weeks are not taken into account:
    /// where one kind of session came later, look at the trends.</summary>
    public required ReturnChange PartnerToAlone { get; init; }

    /// <summary>The trend over sessions.</summary>
    /// <param name="sessions">One person's sessions, in any order; those without an episode count for nothing.</param>
    /// <exception cref="ArgumentNullException"><paramref name="sessions"/> is null.</exception>
    /// <exception cref="ArgumentException">A time is negative or not a number.</exception>
    /// <remarks>O(n²) of the number of episodes: a thousand take a second or two.</remarks>
    public static ReturnTrend Over(IReadOnlyList<SessionReturns> sessions)
    {
        ArgumentNullException.ThrowIfNull(sessions);
        SessionReturns[] inOrder = [.. sessions.OrderBy(session => session.Started)];
        SessionReturns[] together = [.. inOrder.Where(session => session.WithPartner)];
        SessionReturns[] alone = [.. inOrder.Where(session => !session.WithPartner)];
        return new()
        {
            All = ReturnGroup.Of(inOrder),
            WithPartner = ReturnGroup.Of(together),
            Alone = ReturnGroup.Of(alone),
            PartnerToAlone = Compare(together, alone),
        };
    }

    private static ReturnChange Compare(SessionReturns[] together, SessionReturns[] alone)
    {
        const int Least = 3;
        SessionReturns[] kept = [.. together.Concat(alone).Where(session => session.Episodes.Count > 0)];
        var (first, second) = (kept.Count(session => session.WithPartner), kept.Count(session => !session.WithPartner));
        if (first < Least || second < Least)
            return ReturnChange.None($"needs {Least} sessions of each kind with an episode, has {first} with the partner and {second} alone");

        // The slope on 0 and 1 is the median of all differences between a time of the one kind and a time of the other.
        (double X, double Y, bool IsCensored, int Cluster)[] points =
        [
            .. kept.SelectMany((session, cluster) => session.Episodes.Select(time => (session.WithPartner ? 1.0 : 0.0, ReturnGroup.LogS(time), time.IsCensored, cluster))),
        ];
        return ReturnChange.OfLogarithm(CensoredSlope.Fit(points, kept.Length));
    }
}
