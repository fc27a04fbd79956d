using System.Diagnostics;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sessions.Live;
using CoRegulation.Biofeedback.Sessions.Recording;
using CoRegulation.Biofeedback.Sessions.Simulated;
using CoRegulation.Biofeedback.Sessions.Tests.Recording;
using Microsoft.Extensions.Time.Testing;

namespace CoRegulation.Biofeedback.Sessions.Tests.Endurance;

/// <summary>Runs a simulated session through a session of straps with its recording as fast as the machine can: the clock goes on as soon as everything
/// that was due has been taken and shown, so a busy machine makes it slower and nothing else.</summary>
internal sealed class FastSession(SimulatedSession simulated)
{
    private const double HoldOffS = 0.02;
    private const double SettleS = 0.001;

    private readonly FakeTimeProvider _time = new();
    private long _taken;

    /// <summary>Told at each of these times what memory is held, bytes.</summary>
    public List<(double TimeS, long Bytes)> Memory { get; } = [];

    /// <summary>Runs it and gives the session, ended.</summary>
    public async Task<StrapSession> RunAsync(string path, double memoryEveryS)
    {
        var start = _time.GetTimestamp();
        var header = SimulatedRecording.Header(simulated, "tests", SimulatedSessions.Started);
        var session = new StrapSession(
            header,
            [.. simulated.People.Select(person => new SessionSensor(person.Id, new AcknowledgingSensor(new SimulatedSensor(simulated, person.Id, _time, start), Taken)))],
            _time,
            start,
            recording: SessionRecording.Start(path, header, _time));
        var nextMemoryS = memoryEveryS;
        var (next, nextSnapshot, nowS) = (0, 0L, 0.0);
        while (next < simulated.Messages.Length)
        {
            var atS = Math.Min(simulated.Messages[next].ArrivalS, (nextSnapshot / 4.0) + HoldOffS) + SettleS;
            if (atS > nowS)
            {
                var step = TimeSpan.FromMilliseconds(Math.Ceiling((atS - nowS) * 1000));
                _time.Advance(step);
                nowS += step.TotalSeconds;
            }

            while (next < simulated.Messages.Length && simulated.Messages[next].ArrivalS + SettleS <= nowS)
                next++;
            nextSnapshot = (long)Math.Floor((nowS - HoldOffS) * 4) + 1;
            await UntilAsync(session, next, (nextSnapshot - 1) / 4.0);
            if (nowS >= nextMemoryS)
            {
                Memory.Add((nowS, GC.GetTotalMemory(forceFullCollection: true)));
                nextMemoryS += memoryEveryS;
            }
        }

        await session.EndAsync();
        return session;
    }

    private void Taken(SensorEvent message) => Interlocked.Increment(ref _taken);

    // The session has taken all that was due and shown its snapshots.
    private async Task UntilAsync(StrapSession session, int messages, double shownS)
    {
        var since = Stopwatch.GetTimestamp();
        while (Interlocked.Read(ref _taken) < messages || session.Transport.PositionS < shownS)
        {
            Assert.True(Stopwatch.GetElapsedTime(since) < TimeSpan.FromMinutes(2), $"Stuck with {Interlocked.Read(ref _taken)} of {messages} messages, {session.Transport.PositionS} of {shownS} s.");
            Assert.False(session.Completion.IsFaulted);
            await Task.Yield();
        }
    }
}
