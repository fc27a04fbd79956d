using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Sessions.Import;

/// <summary>Makes a recording of RR intervals: a function of its arguments alone.</summary>
public static class RecordingImport
{
    /// <summary>The recording. Every beat is a fact of its own at its time, so that a replay goes on from beat to beat. An interval above
    /// <see cref="RrSeries.GapMs"/> moves time on and makes no beat: the next fact's time contradicts the sum of the intervals, as after a
    /// lost notification. It ends where the longer of the two does.</summary>
    /// <param name="a">The first person.</param>
    /// <param name="b">The second person; null for a recording of one.</param>
    /// <param name="started">Wall-clock time of session time 0.</param>
    /// <param name="program">The program that imports, with version.</param>
    /// <param name="session">The session's identity, where it shall have one.</param>
    /// <exception cref="ArgumentOutOfRangeException">An offset is negative or not finite.</exception>
    public static (SessionHeader Header, IReadOnlyList<Fact> Facts) Create(
        ImportedPerson a, ImportedPerson? b, DateTimeOffset started, string program, Guid? session = null)
    {
        ArgumentNullException.ThrowIfNull(a);
        ImmutableArray<(string Id, ImportedPerson Person)> people = b is null ? [("A", a)] : [("A", a), ("B", b)];
        var header = new SessionHeader
        {
            Program = program,
            Started = started,
            Origin = Origin.Imported,
            People = [.. people.Select(person => new Person { Id = person.Id, Name = person.Person.Name })],
            Session = session,
            Settings = Settings(people),
        };
        var endS = people.Max(person => SessionTime.Round(person.Person.OffsetS) + (person.Person.Series.DurationMs / 1000));
        // OrderBy is stable: at one time A stands before B.
        return (header, [.. people.SelectMany(person => Beats(person.Id, person.Person)).OrderBy(fact => fact.TimeS), new EndFact(endS)]);
    }

    private static IEnumerable<RrFact> Beats(string id, ImportedPerson person)
    {
        var sumMs = 0.0;
        foreach (var intervalMs in person.Series.IntervalsMs)
        {
            sumMs += intervalMs;
            if (intervalMs <= RrSeries.GapMs)
                yield return new RrFact(person.OffsetS + (sumMs / 1000), id, [intervalMs]);
        }
    }

    // Only the file's name: where it lay is nobody's business who is given the recording.
    private static string Settings(ImmutableArray<(string Id, ImportedPerson Person)> people) => new JsonObject
    {
        ["import"] = new JsonArray([.. people.Select(person => new JsonObject
        {
            ["p"] = person.Id,
            ["file"] = Path.GetFileName(person.Person.Series.Path),
            ["unit"] = person.Person.Series.Unit == RrUnit.Seconds ? "s" : "ms",
            ["offsetS"] = person.Person.OffsetS,
            ["intervals"] = person.Person.Series.IntervalsMs.Length,
            ["gaps"] = person.Person.Series.GapCount,
        })]),
    }.ToJsonString(JsonSerializerOptions.Default);
}
