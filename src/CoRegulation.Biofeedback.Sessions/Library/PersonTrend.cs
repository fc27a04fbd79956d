using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.Returns;

namespace CoRegulation.Biofeedback.Sessions.Library;

/// <summary>One person over their sessions, with a partner and alone. Exploratory; association, not cause.</summary>
public sealed record PersonTrend
{
    /// <summary>Who it is across sessions.</summary>
    public required string Identity { get; init; }

    /// <summary>The name in the latest session.</summary>
    public required string Name { get; init; }

    /// <summary>The sessions, the earliest first.</summary>
    public required ImmutableArray<TrendSession> Sessions { get; init; }

    /// <summary>The time to come back to baseline.</summary>
    public required ReturnTrend Returns { get; init; }

    /// <summary>Other numbers.</summary>
    public required ImmutableArray<TrendNumber> Numbers { get; init; }

    /// <summary>The trend of a person.</summary>
    /// <param name="identity">Who.</param>
    /// <param name="sessions">The sessions that count, the earliest first; those without this person are passed over.</param>
    /// <exception cref="ArgumentException">The person is in none of them.</exception>
    public static PersonTrend Of(string identity, IReadOnlyList<LibrarySession> sessions)
    {
        ArgumentNullException.ThrowIfNull(sessions);
        (LibrarySession Session, LibraryPerson Person)[] mine =
        [
            .. sessions.SelectMany(session => session.People.Where(person => person.Identity == identity).Take(1).Select(person => (session, person))),
        ];
        if (mine is [])
            throw new ArgumentException($"{identity} is in none of the sessions.", nameof(identity));
        return new()
        {
            Identity = identity,
            Name = mine[^1].Person.Name,
            Sessions = [.. mine.Select(one => Session(one.Session, one.Person))],
            Returns = ReturnTrend.Over([.. mine.Select(one => new SessionReturns(one.Session.Started!.Value, one.Session.IsOfTwo, TimesOf(one.Session, one.Person)))]),
            Numbers =
            [
                Trends.Number("baseline", "bpm", mine.Select(one => (one.Session, one.Person.BaselineBpm))),
                Trends.Number("RMSSD", "ms", mine.Select(one => (one.Session, one.Person.RmssdMs))),
            ],
        };
    }

    private static TrendSession Session(LibrarySession session, LibraryPerson person)
    {
        var times = KaplanMeier.Of(TimesOf(session, person));
        return new(
            session.Name,
            session.Started!.Value,
            session.Origin!.Value,
            session.People.FirstOrDefault(other => other.Id != person.Id)?.Name,
            times.Episodes,
            times.Seen,
            double.IsNaN(times.MedianS) ? null : times.MedianS,
            person.MeanHeartRateBpm,
            person.BaselineBpm,
            person.RmssdMs);
    }

    private static ReturnTime[] TimesOf(LibrarySession session, LibraryPerson person) =>
    [
        .. session.Episodes.Where(episode => episode.Person == person.Id && episode.ObservedS is >= 0)
            .Select(episode => new ReturnTime(episode.ObservedS!.Value, episode.IsCensored)),
    ];
}
