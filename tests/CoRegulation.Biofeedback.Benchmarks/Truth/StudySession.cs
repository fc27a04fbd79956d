using CoRegulation.Biofeedback.Analysis;
using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sessions.Engine;
using CoRegulation.Biofeedback.Sessions.Simulated;

namespace CoRegulation.Biofeedback.Benchmarks.Truth;

/// <summary>A simulated session on its whole way: beats, straps, notifications, and the analysis that everybody's recordings get.</summary>
internal static class StudySession
{
    /// <summary>Analyses one session.</summary>
    public static SessionAnalysis Run(Scenario scenario, int seed, double durationS, AnalysisOptions options)
    {
        var session = Simulator.Run(scenario, seed, durationS);
        return SessionAnalysis.Run(SimulatedRecording.Header(session, "study", DateTimeOffset.UnixEpoch), SimulatedRecording.Facts(session), options);
    }

    /// <summary>Something of many sessions from consecutive seeds, in their order whatever the number of threads.</summary>
    public static T[] Many<T>(int count, Func<int, T> one)
    {
        var results = new T[count];
        Parallel.For(0, count, i => results[i] = one(i));
        return results;
    }
}
