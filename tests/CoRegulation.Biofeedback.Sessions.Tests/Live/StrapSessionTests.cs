using System.Runtime.CompilerServices;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Live;
using CoRegulation.Biofeedback.Sessions.Recording;
using CoRegulation.Biofeedback.Sessions.Simulated;
using CoRegulation.Biofeedback.Sessions.Snapshots;
using CoRegulation.Biofeedback.Sessions.Tests.Recording;
using Microsoft.Extensions.Time.Testing;

namespace CoRegulation.Biofeedback.Sessions.Tests.Live;

public sealed class StrapSessionTests : IDisposable
{
    private readonly CancellationToken _stop = TestContext.Current.CancellationToken;
    private readonly TemporaryFolder _folder = new();

    private string Path => System.IO.Path.Combine(_folder.Path, "live.coreg.jsonl");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_shown_live_is_what_the_recording_replays_to()
    {
        var shown = await RunSimulatedAsync(Scenarios.StrapTrouble, durationS: 60, record: true);

        var read = RecordingReader.Read(Path);

        Assert.True(read.Finished);
        Assert.Equal(
            SimulatedSessions.Bits(shown),
            SimulatedSessions.Bits(SimulatedSessions.Snapshots(read.Header, read.Facts)).Take(shown.Count));
    }

    [Fact]
    public async Task The_recording_holds_every_message_at_its_very_microsecond_and_every_planned_fact()
    {
        await RunSimulatedAsync(Scenarios.Settling, durationS: 130, record: true);

        var recorded = RecordingReader.Read(Path).Facts;

        var session = Simulator.Run(Scenarios.Settling, seed: 1, durationS: 130);
        Assert.Equal(
            SimulatedRecording.Facts(session).OfType<NotificationFact>().OrderBy(fact => fact.Person).ThenBy(fact => fact.TimeS),
            recorded.OfType<NotificationFact>().OrderBy(fact => fact.Person).ThenBy(fact => fact.TimeS));
        Assert.Equal(SimulatedRecording.Plan(session), recorded.Where(fact => fact is PhaseFact or MarkerFact or PacerFact));
    }

    [Fact]
    public async Task A_marker_is_in_the_recording_and_among_the_events()
    {
        var time = new FakeTimeProvider();
        var sensor = new ScriptedSensor();
        var session = Start(time, sensor);
        time.Advance(TimeSpan.FromSeconds(2));

        session.Mark("door bell");
        session.BeginPhase("recovery");
        await session.DisposeAsync();

        Fact[] expected = [new MarkerFact(2, "door bell"), new PhaseFact(2, "recovery")];
        Assert.Equal(expected, session.Events);
        Assert.Equal(expected, RecordingReader.Read(Path).Facts.Where(fact => fact is MarkerFact or PhaseFact));
    }

    [Fact]
    public async Task A_message_that_comes_after_its_snapshot_is_stamped_just_after_it_in_the_file_too()
    {
        var time = new FakeTimeProvider();
        var sensor = new ScriptedSensor();
        var start = time.GetTimestamp();
        var session = Start(time, sensor);
        await using var messages = session.Subscribe(_stop).GetAsyncEnumerator(_stop);
        time.Advance(TimeSpan.FromSeconds(1.1));
        while (await messages.MoveNextAsync() && messages.Current is not SnapshotMessage { Snapshot.Index: 4 })
        {
            // Until the snapshot of 1 s has been given.
        }

        await sensor.SendAsync(new NotificationEvent(start + (long)(0.9 * time.TimestampFrequency), new byte[] { 0x10, 60, 0x00, 0x04 }));
        await session.DisposeAsync();

        Assert.Equal(1.000001, RecordingReader.Read(Path).Facts.OfType<NotificationFact>().Single().TimeS);
    }

    [Fact]
    public async Task It_does_not_seek()
    {
        await using var session = Start(new FakeTimeProvider(), new ScriptedSensor());

        Assert.False(session.CanSeek);
        Assert.Throws<InvalidOperationException>(session.Pause);
        Assert.Throws<InvalidOperationException>(() => session.Jump(3));
    }

    private StrapSession Start(FakeTimeProvider time, IHeartRateSensor sensor)
    {
        var header = new SessionHeader
        {
            Program = "tests",
            Started = SimulatedSessions.Started,
            Origin = Origin.Live,
            People = [new Person { Id = "A", Name = "Ana" }],
        };
        return new StrapSession(header, [new SessionSensor("A", sensor)], time, time.GetTimestamp(), recording: RecordingWriter.Create(Path, header));
    }

    private async Task<List<Snapshot>> RunSimulatedAsync(Scenario scenario, double durationS, bool record)
    {
        var time = new FakeTimeProvider();
        var start = time.GetTimestamp();
        var simulated = Simulator.Run(scenario, seed: 1, durationS);
        var header = SimulatedRecording.Header(simulated, "tests", SimulatedSessions.Started);
        await using var session = new StrapSession(
            header,
            [.. simulated.People.Select(person => new SessionSensor(person.Id, new SimulatedSensor(simulated, person.Id, time, start)))],
            time,
            start,
            SimulatedRecording.Plan(simulated),
            record ? RecordingWriter.Create(Path, header) : null);
        var shown = new List<Snapshot>();
        // Joined before the clock moves: what comes is kept from here on, however late it is read.
        var messages = session.Subscribe(_stop);
        var watching = Task.Run(async () =>
        {
            await foreach (var message in messages)
            {
                if (message is SnapshotMessage { Snapshot: var snapshot })
                    shown.Add(snapshot);
                if (message is TransportMessage { Transport.Ended: true })
                    break;
            }
        }, _stop);
        while (!session.Completion.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }

        await session.Completion;
        await watching;
        return shown;
    }

    /// <summary>A sensor that says what the test tells it to.</summary>
    private sealed class ScriptedSensor : IHeartRateSensor
    {
        private readonly System.Threading.Channels.Channel<SensorEvent> _events = System.Threading.Channels.Channel.CreateUnbounded<SensorEvent>();
        private readonly SemaphoreSlim _taken = new(0);

        public string Id => "test:1";

        public string Name => "scripted";

        /// <summary>Sends an event and waits until the session has taken it.</summary>
        public async Task SendAsync(SensorEvent message)
        {
            _events.Writer.TryWrite(message);
            await _taken.WaitAsync();
        }

        public async IAsyncEnumerable<SensorEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            while (true)
            {
                SensorEvent next;
                try
                {
                    next = await _events.Reader.ReadAsync(cancellationToken);
                }
                catch (OperationCanceledException)
                {
                    yield break;
                }

                yield return next;
                _taken.Release();
            }
        }

        public ValueTask DisposeAsync()
        {
            _taken.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
