using System.Text.Json;
using CoRegulation.Biofeedback.Analysis;
using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sessions.Engine;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Simulated;
using CoRegulation.Biofeedback.Sessions.Snapshots;

namespace CoRegulation.Biofeedback.Sessions.Tests;

/// <summary>Simulated sessions for the tests of engine, replay and export.</summary>
internal static class SimulatedSessions
{
    public static readonly DateTimeOffset Started = new(2026, 11, 24, 19, 30, 0, TimeSpan.FromHours(1));

    public static (SessionHeader Header, IReadOnlyList<Fact> Facts) Of(Scenario scenario, int seed = 1, double? durationS = null)
    {
        var session = Simulator.Run(scenario, seed, durationS);
        return (SimulatedRecording.Header(session, "tests", Started), SimulatedRecording.Facts(session));
    }

    /// <summary>All snapshots, the engine fed with each fact as its time comes.</summary>
    public static List<Snapshot> Snapshots(SessionHeader header, IEnumerable<Fact> facts, AnalysisOptions? options = null)
    {
        var engine = new SessionEngine(header, options);
        var snapshots = new List<Snapshot>();
        foreach (var fact in facts)
        {
            while (engine.NextTimeS < fact.TimeS)
                snapshots.Add(engine.Next());
            engine.Accept(fact);
        }

        snapshots.Add(engine.Next());
        return snapshots;
    }

    /// <summary>A text that is the same for two snapshots exactly when all their bits are.</summary>
    public static string Bits(Snapshot snapshot) => JsonSerializer.Serialize(snapshot);

    public static List<string> Bits(IEnumerable<Snapshot> snapshots) => [.. snapshots.Select(Bits)];
}
