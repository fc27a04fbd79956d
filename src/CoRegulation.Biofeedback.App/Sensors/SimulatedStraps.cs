using System.Collections.Immutable;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Simulated;

namespace CoRegulation.Biofeedback.App.Sensors;

/// <summary>Straps that are simulated: <c>sim:SCENARIO</c>, of which A wears the first and B the second.</summary>
/// <param name="seed">Another seed, other people in the same situation.</param>
internal sealed class SimulatedStraps(int seed)
{
    /// <summary>What their identities begin with.</summary>
    public const string Backend = "sim";

    /// <summary>A session that began less than so long ago begins now, s.</summary>
    private const double JustNowS = 0.5;

    /// <summary>Whether an identity is one of these.</summary>
    public static bool IsOne(string id) => id.StartsWith($"{Backend}:", StringComparison.Ordinal);

    /// <summary>The strap of one of the people of a scenario.</summary>
    /// <exception cref="SensorException">There is no such scenario, or it has no such person.</exception>
    public SimulatedSensor Open(string id, string person, TimeProvider time, long startTimestamp)
    {
        var session = Session(id);
        return session.People.Any(one => one.Id == person)
            ? new SimulatedSensor(session, person, time, startTimestamp, Math.Max(0, time.GetElapsedTime(startTimestamp).TotalSeconds - JustNowS))
            : throw new SensorException(SensorTrouble.BadIdentity, $"'{id}' is of one person: there is no strap for {person} in it");
    }

    /// <summary>What the simulated people are called.</summary>
    public string NameOf(string id, string person) => Session(id).People.First(one => one.Id == person).Name;

    /// <summary>The phases, markers and breathing pacer of a scenario.</summary>
    public ImmutableArray<Fact> Plan(string id) => [.. SimulatedRecording.Plan(Session(id))];

    // The same for the same seed however often it is asked for, so nothing need be kept.
    private SimulatedSession Session(string id)
    {
        var name = id[(Backend.Length + 1)..];
        return Scenarios.Find(name) is { } scenario
            ? Simulator.Run(scenario, seed)
            : throw new SensorException(
                SensorTrouble.BadIdentity, $"'{id}': there is no scenario '{name}'; there are {string.Join(", ", Scenarios.All.Select(one => one.Name))}");
    }
}
