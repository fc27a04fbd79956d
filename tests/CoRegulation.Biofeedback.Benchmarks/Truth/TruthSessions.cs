using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sessions.Engine;
using CoRegulation.Biofeedback.Sessions.Simulated;
using CoRegulation.Biofeedback.Sessions.Snapshots;

namespace CoRegulation.Biofeedback.Benchmarks.Truth;

/// <summary>Many simulated sessions of one condition through the analysis, on all cores.</summary>
internal static class TruthSessions
{
    /// <summary>Something of each session, in the order of the seeds whatever the number of threads.</summary>
    /// <param name="scenario">The condition.</param>
    /// <param name="sessions">How many.</param>
    /// <param name="seed">Seed of the first; the others follow it.</param>
    /// <param name="what">What to take from a session; a pure function.</param>
    public static T[] Map<T>(Scenario scenario, int sessions, int seed, Func<SessionAnalysis, T> what)
    {
        var results = new T[sessions];
        Parallel.For(0, sessions, i => results[i] = what(Analyse(Simulator.Run(scenario, seed + i))));
        return results;
    }

    /// <summary>The same of the snapshots of a session as it happens.</summary>
    public static T[] MapLive<T>(Scenario scenario, int sessions, int seed, Func<IEnumerable<Snapshot>, T> what)
    {
        var results = new T[sessions];
        Parallel.For(0, sessions, i => results[i] = what(Live(Simulator.Run(scenario, seed + i))));
        return results;
    }

    private static IEnumerable<Snapshot> Live(SimulatedSession session)
    {
        var engine = new SessionEngine(SimulatedRecording.Header(session, "truth", DateTimeOffset.UnixEpoch));
        foreach (var fact in SimulatedRecording.Facts(session))
            engine.Accept(fact);
        while (engine.NextTimeS <= session.DurationS)
            yield return engine.Next();
    }

    private static SessionAnalysis Analyse(SimulatedSession session) => SessionAnalysis.Run(
        SimulatedRecording.Header(session, "truth", DateTimeOffset.UnixEpoch), SimulatedRecording.Facts(session));
}
