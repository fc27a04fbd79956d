using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary>Somebody who takes part, as the command line says, and the recording to go on with.</summary>
/// <param name="Person">Who.</param>
/// <param name="StrapId">The identity of their strap, in its normal form; null where it is not known.</param>
/// <param name="StrapName">What that strap is called, where the recording tells it.</param>
internal sealed record Wearer(Person Person, string? StrapId = null, string? StrapName = null)
{
    /// <summary>Those of a recording, with the straps that they wore last.</summary>
    public static IEnumerable<Wearer> Of(SessionHeader header, IReadOnlyList<Fact> facts) => header.People.Select(person => facts.Aggregate(new Wearer(person), Take));

    private static Wearer Take(Wearer wearer, Fact fact) => fact switch
    {
        SensorFact { Id: { } id } sensor when sensor.Person == wearer.Person.Id => wearer.With(id, sensor.Name),
        AssignFact { Id: { } id } assign when assign.Person == wearer.Person.Id => wearer.With(id, assign.Name),
        _ => wearer,
    };

    private Wearer With(string strapId, string? strapName) => this with { StrapId = strapId, StrapName = strapName ?? (strapId == StrapId ? StrapName : null) };
}
