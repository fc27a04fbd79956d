using System.Collections.Immutable;
using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>Who takes part in a session, from its start or later on.</summary>
internal static class SessionPeople
{
    /// <summary>The people with one who joined; A first. Somebody who is among them already stays as they are.</summary>
    public static ImmutableArray<Person> With(ImmutableArray<Person> people, PersonFact joined) =>
        With(people, new Person { Id = joined.Person, Name = joined.Name });

    /// <summary>The people with one more; A first. Somebody who is among them already stays as they are.</summary>
    public static ImmutableArray<Person> With(ImmutableArray<Person> people, Person person) =>
        people.Any(known => known.Id == person.Id) ? people : [.. people.Append(person).OrderBy(known => known.Id, StringComparer.Ordinal)];

    /// <summary>Everybody: those of the headers, a later one for whoever joined, and those whom only a line names.</summary>
    public static ImmutableArray<Person> Of(IEnumerable<SessionHeader> headers, IEnumerable<Fact> facts)
    {
        var people = headers.Select(header => header.People).Aggregate((known, more) => more.Aggregate(known, With));
        return facts.OfType<PersonFact>().Aggregate(people, With);
    }

    /// <summary>A remark about each id that lines have and nobody of the people.</summary>
    public static IEnumerable<string> Strangers(ImmutableArray<Person> people, IEnumerable<Fact> facts)
    {
        var known = people.Select(person => person.Id).ToHashSet(StringComparer.Ordinal);
        return facts.Select(Owner).Where(id => id is not null && !known.Contains(id)).CountBy(id => id!)
            .OrderBy(stranger => stranger.Key, StringComparer.Ordinal)
            .Select(stranger => FormattableString.Invariant($"{stranger.Value} line{(stranger.Value == 1 ? " is" : "s are")} of '{stranger.Key}', who is not among the people: nothing is computed from {(stranger.Value == 1 ? "it" : "them")}."));
    }

    private static string? Owner(Fact fact) => fact switch
    {
        NotificationFact notification => notification.Person,
        RrFact rr => rr.Person,
        SensorFact sensor => sensor.Person,
        BatteryFact battery => battery.Person,
        _ => null,
    };
}
