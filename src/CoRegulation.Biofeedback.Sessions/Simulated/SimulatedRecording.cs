using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Sessions.Simulated;

/// <summary>A simulated session in the words of a recording.</summary>
public static class SimulatedRecording
{
    /// <summary>The header of its recording.</summary>
    /// <param name="session">The session.</param>
    /// <param name="program">The program that writes it, with version.</param>
    /// <param name="started">Wall-clock time of session time 0.</param>
    public static SessionHeader Header(SimulatedSession session, string program, DateTimeOffset started)
    {
        ArgumentNullException.ThrowIfNull(session);
        return new SessionHeader
        {
            Program = program,
            Started = started,
            Origin = Origin.Simulated,
            Title = session.Scenario.Title,
            People = [.. session.People.Select(person => new Person { Id = person.Id, Name = person.Name })],
        };
    }

    /// <summary>Everything that arrived and everything that was planned, in order of time, with the end.</summary>
    public static IReadOnlyList<Fact> Facts(SimulatedSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return [.. Plan(session).Concat(session.Messages.Select(Arrived)).OrderBy(fact => fact.TimeS), new EndFact(session.DurationS)];
    }

    /// <summary>Phases, markers and the pacer, in order of time.</summary>
    public static IReadOnlyList<Fact> Plan(SimulatedSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return
        [
            .. session.Phases.Select(Fact (phase) => new PhaseFact(phase.TimeS, phase.Label))
                .Concat(session.Markers.Select(marker => new MarkerFact(marker.TimeS, marker.Label)))
                .Concat(session.Pacer.Select(pacer => new PacerFact(pacer.TimeS, pacer.PerMin)))
                .OrderBy(fact => fact.TimeS),
        ];
    }

    private static Fact Arrived(SimulatedMessage message) => message switch
    {
        SimulatedNotification notification => new NotificationFact(notification.ArrivalS, notification.Person, notification.Bytes),
        SimulatedState state => new SensorFact(state.ArrivalS, state.Person, state.State),
        SimulatedBattery battery => new BatteryFact(battery.ArrivalS, battery.Person, battery.Percent),
        _ => throw new ArgumentException($"{message.GetType().Name} has no place in a recording.", nameof(message)),
    };
}
