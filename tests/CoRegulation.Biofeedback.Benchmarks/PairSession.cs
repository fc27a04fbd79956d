using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Recording;
using CoRegulation.Biofeedback.Sessions.Simulated;

namespace CoRegulation.Biofeedback.Benchmarks;

/// <summary>Simulated people with straps, the same at every run.</summary>
internal sealed record PairSession(SessionHeader Header, IReadOnlyList<Fact> Facts)
{
    public const double HourS = 3600;

    /// <summary>Two people, an hour.</summary>
    public static PairSession Hour() => Of(HourS);

    public static PairSession Of(double durationS)
    {
        var session = Simulator.Run(Scenarios.Settling, seed: 1, durationS);
        return new PairSession(
            SimulatedRecording.Header(session, "benchmarks", new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero)),
            SimulatedRecording.Facts(session));
    }

    public void Write(string path) => RecordingFile.WriteWhole(path, Header, Facts, overwrite: true);
}
