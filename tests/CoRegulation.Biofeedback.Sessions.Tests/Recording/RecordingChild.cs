using System.Diagnostics;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sessions.Live;
using CoRegulation.Biofeedback.Sessions.Recording;
using CoRegulation.Biofeedback.Sessions.Simulated;

namespace CoRegulation.Biofeedback.Sessions.Tests.Recording;

/// <summary>This very test program, started once more as one that records a session of two simulated straps a hundred times as fast as people are
/// and, when the straps have nothing left to say, waits for more; it tells of each message once the session has taken it, and is made to be killed.</summary>
public sealed class RecordingChild
{
    private const string Variable = "COREG_TEST_RECORD_TO";
    private const double Speed = 100;

    /// <summary>What it records.</summary>
    public static SimulatedSession Session { get; } = Simulator.Run(Scenarios.Settling, seed: 1);

    /// <summary>Starts it; it prints whose message was taken, a line each, among the lines of the test runner.</summary>
    public static Process Start(string path) => Process.Start(new ProcessStartInfo(
        "dotnet",
        ["exec", typeof(RecordingChild).Assembly.Location, "-noLogo", "-noColor", "-explicit", "only", "-method", $"{typeof(RecordingChild).FullName}.{nameof(Record_until_killed)}"])
    {
        RedirectStandardOutput = true,
        Environment = { [Variable] = path },
    })!;

    /// <summary>What the child does. No module initializer as in <see cref="AppendingChild"/>: other threads would wait for it to end.</summary>
    [Fact(Explicit = true)]
    public async Task Record_until_killed()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable(Variable) is not null, "Is started by another test.");
        await RecordAsync(Environment.GetEnvironmentVariable(Variable)!);
    }

    private static async Task RecordAsync(string path)
    {
        await using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        var gate = new Lock();
        var time = new FastTime(Speed);
        var start = time.GetTimestamp();
        var header = SimulatedRecording.Header(Session, "tests", DateTimeOffset.UnixEpoch.AddYears(50));
        await using var session = new StrapSession(
            header,
            [.. Session.People.Select(person => new SessionSensor(person.Id, new AcknowledgingSensor(new EndlessSensor(new SimulatedSensor(Session, person.Id, time, start)), Taken(person.Id))))],
            time,
            start,
            recording: SessionRecording.Start(path, header, time));
        await session.Completion;

        Action<SensorEvent> Taken(string person) => message =>
        {
            if (message is not NotificationEvent)
                return;
            lock (gate)
                output.WriteLine(person);
        };
    }
}
