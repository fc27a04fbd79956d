using System.Collections.Immutable;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Simulated;

namespace CoRegulation.Biofeedback.App.Sensors;

/// <summary>Straps that are simulated: <c>sim:SCENARIO</c>, of which A wears the first and B the second; <c>sim:SCENARIO/B</c> is the second whoever wears it.</summary>
/// <param name="seed">Another seed, other people in the same situation.</param>
internal sealed class SimulatedStraps(int seed)
{
    /// <summary>A session that began less than so long ago begins now, s.</summary>
    private const double JustNowS = 0.5;

    /// <summary>The strap of one of the people of a scenario.</summary>
    /// <exception cref="SensorException">There is no such scenario, or it has no such person.</exception>
    public SimulatedSensor Open(string id, string person, TimeProvider time, long startTimestamp)
    {
        var session = Session(id);
        var whose = Whose(id, person);
        return session.People.Any(one => one.Id == whose)
            ? new SimulatedSensor(session, whose, time, startTimestamp, Math.Max(0, time.GetElapsedTime(startTimestamp).TotalSeconds - JustNowS))
            : throw new SensorException(SensorTrouble.BadIdentity, $"'{id}' is no strap: nobody called {whose} is in it");
    }

    /// <summary>What the simulated people are called.</summary>
    public string NameOf(string id, string person) => Session(id).People.FirstOrDefault(one => one.Id == Whose(id, person))?.Name ?? person;

    /// <summary>The phases, markers and breathing pacer of a scenario.</summary>
    public ImmutableArray<Fact> Plan(string id) => [.. SimulatedRecording.Plan(Session(id))];

    /// <summary>The identity with the person in it, so that both straps of a scenario can be told apart.</summary>
    public static string Of(string id, string person) => id.Contains('/') ? id : $"{id}/{person}";

    private static string Whose(string id, string person) => id.Contains('/') ? id.Split('/')[1] : person;

    // The same for the same seed however often it is asked for, so nothing need be kept.
    private SimulatedSession Session(string id)
    {
        var name = id[(StrapIdentity.Simulated.Length + 1)..].Split('/')[0];
        return Scenarios.Find(name) is { } scenario
            ? Simulator.Run(scenario, seed)
            : throw new SensorException(
                SensorTrouble.BadIdentity, $"'{id}': there is no scenario '{name}'; there are {string.Join(", ", Scenarios.All.Select(one => one.Name))}");
    }
}
