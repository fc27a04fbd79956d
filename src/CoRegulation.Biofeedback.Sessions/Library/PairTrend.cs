using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Sessions.Library;

/// <summary>Two people over their sessions together, and each of them with the other and alone. Exploratory; association, not cause.</summary>
public sealed record PairTrend
{
    /// <summary>The sessions of the two together, the earliest first.</summary>
    public required ImmutableArray<LibrarySession> Sessions { get; init; }

    /// <summary>How the distance of their heart rates changes over the weeks.</summary>
    public required ImmutableArray<TrendNumber> Numbers { get; init; }

    /// <summary>Each of the two, in their sessions together and in those alone; sessions with others are left out.</summary>
    public required ImmutableArray<PersonTrend> People { get; init; }

    /// <summary>Sessions with a verdict on moving together.</summary>
    public int Verdicts => Sessions.Count(session => session.Dyad?.BeyondChance is not null);

    /// <summary>Those of them in which the two moved together beyond chance. Of strangers one in twenty is expected.</summary>
    public int BeyondChance => Sessions.Count(session => session.Dyad?.BeyondChance is true);

    /// <summary>The trend of a pair, whoever of the two is A and whoever B.</summary>
    /// <param name="one">One of them.</param>
    /// <param name="other">The other.</param>
    /// <param name="sessions">The sessions that count, the earliest first.</param>
    /// <exception cref="ArgumentException">The two have no session together.</exception>
    public static PairTrend Of(string one, string other, IReadOnlyList<LibrarySession> sessions)
    {
        ArgumentNullException.ThrowIfNull(sessions);
        LibrarySession[] together = [.. sessions.Where(session => Has(session, one) && Has(session, other))];
        if (together is [])
            throw new ArgumentException($"{one} and {other} have no session together.", nameof(other));
        LibrarySession[] counted = [.. sessions.Where(session => !session.IsOfTwo || together.Contains(session))];
        return new()
        {
            Sessions = [.. together],
            Numbers =
            [
                Trends.Number("distance in the first minute", "bpm", together.Select(session => (session, session.Dyad?.StartBpm))),
                Trends.Number("distance in the last minute", "bpm", together.Select(session => (session, session.Dyad?.EndBpm))),
                Trends.Number("slope of the distance", "bpm/min", together.Select(session => (session, session.Dyad?.SlopeBpmPerMin))),
            ],
            People = [PersonTrend.Of(one, counted), PersonTrend.Of(other, counted)],
        };
    }

    private static bool Has(LibrarySession session, string identity) => session.People.Any(person => person.Identity == identity);
}
