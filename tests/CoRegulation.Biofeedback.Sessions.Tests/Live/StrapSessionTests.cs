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

    [Fact]
    public async Task Somebody_who_joins_starts_the_session_over_and_its_recording_replays_to_the_same()
    {
        var time = new FakeTimeProvider();
        var start = time.GetTimestamp();
        var simulated = Simulator.Run(Scenarios.Settling, seed: 1, durationS: 90);
        var header = SimulatedRecording.Header(simulated, "tests", SimulatedSessions.Started);
        var (ana, ben) = (header.People[0], header.People[1]);
        var strapOfAna = new FollowedSensor(simulated, "A", time, start);
        await using var session = new StrapSession(
            header with { People = [ana] },
            [new SessionSensor("A", strapOfAna)],
            time, start, recording: SessionRecording.Start(Path, header with { People = [ana] }, time));
        var isReset = WaitFor(session, message => message is ResetMessage);
        await AdvanceAsync(time, 30, strapOfAna);

        var strapOfBen = new FollowedSensor(simulated, "B", time, start, fromS: 30);
        session.Join(ben, strapOfBen);
        await isReset;
        // The straps end at 90 s, and so does the session. A clock that ran on until it has ended would leave its last values stale on a busy machine.
        await AdvanceAsync(time, 61, strapOfAna, strapOfBen);
        await session.Completion.WaitAsync(TimeSpan.FromSeconds(60), _stop);

        Assert.Equal(["A", "B"], session.Header.People.Select(person => person.Id));
        var read = RecordingReader.Read(Path);
        Assert.Equal(["A", "B"], read.Header.People.Select(person => person.Id));
        var replayed = SimulatedSessions.Snapshots(read.Header, read.Facts);
        Assert.Equal(session.History.NextIndex, replayed.Count);
        Assert.Equal(session.History.Beats(0), replayed.SelectMany(snapshot => snapshot.People[0].NewBeats));
        Assert.Equal(session.History.Beats(1), replayed.SelectMany(snapshot => snapshot.People[1].NewBeats));
        Assert.NotEmpty(session.History.Beats(1));
        Assert.NotNull(replayed[^1].Dyad!.DistanceBpm.Value);
    }

    [Fact]
    public async Task Swapped_straps_are_the_other_persons_from_then_on()
    {
        var time = new FakeTimeProvider();
        var (one, two) = (new ScriptedSensor("test:1"), new ScriptedSensor("test:2"));
        var header = Live("Ana", "Ben");
        var session = new StrapSession(
            header, [new SessionSensor("A", one), new SessionSensor("B", two)], time, time.GetTimestamp(), recording: SessionRecording.Start(Path, header, time));
        time.Advance(TimeSpan.FromSeconds(1));
        await one.SendAsync(new NotificationEvent(time.GetTimestamp(), new byte[] { 0, 61 }));
        session.Swap();
        await one.SendAsync(new NotificationEvent(time.GetTimestamp(), new byte[] { 0, 62 }));
        await two.SendAsync(new NotificationEvent(time.GetTimestamp(), new byte[] { 0, 63 }));
        await session.DisposeAsync();

        var facts = RecordingReader.Read(Path).Facts;
        Assert.Equal([("A", 61), ("B", 62), ("A", 63)], facts.OfType<NotificationFact>().Select(fact => (fact.Person, (int)fact.Bytes[1])));
        Assert.Equal([("B", "test:1"), ("A", "test:2")], facts.OfType<AssignFact>().Select(fact => (fact.Person, fact.Id!)));
    }

    [Fact]
    public async Task Another_strap_takes_the_place_of_the_first_which_is_heard_no_more()
    {
        var time = new FakeTimeProvider();
        var (one, two) = (new ScriptedSensor("test:1"), new ScriptedSensor("test:2"));
        var session = Start(time, one);
        time.Advance(TimeSpan.FromSeconds(1));

        session.Replace("A", two);
        await two.SendAsync(new NotificationEvent(time.GetTimestamp(), new byte[] { 0, 63 }));
        Assert.Equal("test:2", Assert.Single(session.Straps).Id);
        await session.DisposeAsync();

        Assert.True(one.IsDisposed && two.IsDisposed);
        Assert.Equal(63, RecordingReader.Read(Path).Facts.OfType<NotificationFact>().Single().Bytes[1]);
    }

    [Fact]
    public async Task A_strap_that_breaks_is_told_of_and_the_others_session_goes_on()
    {
        var time = new FakeTimeProvider();
        var (one, two) = (new ScriptedSensor("test:1"), new ScriptedSensor("test:2"));
        var header = Live("Ana", "Ben");
        var session = new StrapSession(
            header, [new SessionSensor("A", one), new SessionSensor("B", two)], time, time.GetTimestamp(), recording: SessionRecording.Start(Path, header, time));

        one.End(new InvalidOperationException("the radio is on fire"));
        while (session.Straps[0].State is null)
            await Task.Delay(1, _stop);
        time.Advance(TimeSpan.FromSeconds(1));
        await two.SendAsync(new NotificationEvent(time.GetTimestamp(), new byte[] { 0, 63 }));
        Assert.False(session.Completion.IsCompleted);
        await session.DisposeAsync();

        var facts = RecordingReader.Read(Path).Facts;
        var told = Assert.Single(facts.OfType<SensorFact>());
        Assert.Equal(SensorState.GaveUp, told.State);
        Assert.StartsWith("scripted cannot be used: ", told.Detail, StringComparison.Ordinal);
        Assert.Equal("B", facts.OfType<NotificationFact>().Single().Person);
    }

    [Fact]
    public async Task A_strap_that_gave_up_does_not_end_the_session()
    {
        var time = new FakeTimeProvider();
        var sensor = new ScriptedSensor();
        await using var session = Start(time, sensor);

        await sensor.SendAsync(new SensorStateEvent(time.GetTimestamp(), SensorState.GaveUp, "It has no heart rate."));
        sensor.End();
        time.Advance(TimeSpan.FromSeconds(5));

        Assert.False(session.Completion.IsCompleted);
        Assert.Equal((SensorState.GaveUp, "It has no heart rate."), (session.Straps[0].State!.Value, session.Straps[0].Detail!));
        session.Replace("A", new ScriptedSensor("test:2"));
        await session.EndAsync();
        Assert.Throws<InvalidOperationException>(() => session.Replace("A", new ScriptedSensor()));
    }

    [Fact]
    public async Task A_session_that_broke_off_goes_on_in_a_new_part_that_replays_as_one()
    {
        var time = new FakeTimeProvider(SimulatedSessions.Started);
        var start = new SessionStart { Program = "tests", Origin = Origin.Live, People = Live("Ana").People, RecordTo = Path };
        var one = new ScriptedSensor();
        var before = start.Begin(_ => [new SessionSensor("A", one)], time);
        time.Advance(TimeSpan.FromSeconds(10));
        await one.SendAsync(new NotificationEvent(time.GetTimestamp(), new byte[] { 0x10, 61, 0, 4 }));
        before.Mark("before");
        // What a killed process leaves: everything but its end.
        var whole = await File.ReadAllTextAsync(Path, _stop);
        await before.DisposeAsync();
        await File.WriteAllTextAsync(Path, whole, _stop);
        File.SetLastWriteTimeUtc(Path, time.GetUtcNow().UtcDateTime);
        time.Advance(TimeSpan.FromSeconds(20));

        // The strap may be there before all that went before has been gone through.
        var two = new ScriptedSensor();
        var early = two.SendAsync(new NotificationEvent(time.GetTimestamp(), new byte[] { 0x10, 63, 0, 4 }));
        var after = (start with { RecordTo = null, Resume = Path }).Begin(_ => [new SessionSensor("A", two)], time);
        await early;
        after.Mark("after");
        Assert.Equal(["before", "after"], after.Events.Cast<MarkerFact>().Select(marker => marker.Label));
        time.Advance(TimeSpan.FromSeconds(5));
        await two.SendAsync(new NotificationEvent(time.GetTimestamp(), new byte[] { 0x10, 62, 0, 4 }));
        await after.DisposeAsync();

        var read = RecordingReader.Read(Path);
        Assert.Equal([10, 30, 35], read.Facts.OfType<NotificationFact>().Select(fact => fact.TimeS));
        Assert.True(read.Finished);
        Assert.Equal(after.History.NextIndex, SimulatedSessions.Snapshots(read.Header, read.Facts).Count);
    }

    [Fact]
    public async Task A_session_whose_straps_are_refused_is_not_taken_up_and_leaves_nothing()
    {
        var time = new FakeTimeProvider(SimulatedSessions.Started);
        var start = new SessionStart { Program = "tests", Origin = Origin.Live, People = Live("Ana").People, RecordTo = Path };
        await start.Begin(_ => [new SessionSensor("A", new ScriptedSensor())], time).DisposeAsync();

        Assert.Throws<SensorException>(() => (start with { RecordTo = null, Resume = Path }).Begin(_ => throw new SensorException(SensorTrouble.BadIdentity, "No strap."), time));

        Assert.Equal([Path], Directory.GetFiles(System.IO.Path.GetDirectoryName(Path)!));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_recording_that_begins_late_holds_the_session_from_its_start(bool isOver)
    {
        var time = new FakeTimeProvider(SimulatedSessions.Started);
        var (one, two) = (new ScriptedSensor(), new ScriptedSensor("test:2"));
        var session = new SessionStart { Program = "tests", Origin = Origin.Live, People = Live("Ana").People }.Begin(_ => [new SessionSensor("A", one)], time);
        time.Advance(TimeSpan.FromSeconds(10));
        await one.SendAsync(new NotificationEvent(time.GetTimestamp(), new byte[] { 0x10, 61, 0, 4 }));
        session.Join(new Person { Id = "B", Name = "Ben" }, two);
        session.Mark("before");
        if (isOver)
            await session.EndAsync();
        Assert.False(session.Recorded.IsCompleted);

        session.Record(Path);

        Assert.True(session.Recorded.IsCompleted);
        Assert.Equal(Path, session.Recording!.Path);
        Assert.Throws<InvalidOperationException>(() => session.Record(Path + "2"));
        if (!isOver)
        {
            time.Advance(TimeSpan.FromSeconds(5));
            await two.SendAsync(new NotificationEvent(time.GetTimestamp(), new byte[] { 0x10, 62, 0, 4 }));
        }

        await session.DisposeAsync();
        var read = RecordingReader.Read(Path);
        Assert.Equal(isOver ? [10] : [10, 15], read.Facts.OfType<NotificationFact>().Select(fact => fact.TimeS));
        Assert.Equal("before", Assert.Single(read.Facts.OfType<MarkerFact>()).Label);
        Assert.Equal(["A", "B"], read.Header.People.Select(person => person.Id));
        Assert.True(read.Finished);
        Assert.Equal(session.History.NextIndex, SimulatedSessions.Snapshots(read.Header, read.Facts).Count);
    }

    [Fact]
    public async Task A_recording_that_cannot_begin_leaves_the_session_going_and_may_begin_elsewhere()
    {
        var time = new FakeTimeProvider(SimulatedSessions.Started);
        await using var session = new SessionStart { Program = "tests", Origin = Origin.Live, People = Live("Ana").People }.Begin(_ => [new SessionSensor("A", new ScriptedSensor())], time);

        Assert.Throws<RecordingException>(() => session.Record("/dev/null/folder"));
        Assert.Null(session.Recording);
        session.Record(Path);

        Assert.NotNull(session.Recording);
    }

    private static SessionHeader Live(params string[] names) => new()
    {
        Program = "tests",
        Started = SimulatedSessions.Started,
        Origin = Origin.Live,
        People = [.. names.Select((name, index) => new Person { Id = index == 0 ? "A" : "B", Name = name })],
    };

    private Task WaitFor(StrapSession session, Func<LiveMessage, bool> isIt)
    {
        var messages = session.Subscribe(_stop);
        return Task.Run(async () =>
        {
            await foreach (var message in messages)
            {
                if (isIt(message))
                    return;
            }
        }, _stop);
    }

    private async Task AdvanceAsync(FakeTimeProvider time, double seconds, params FollowedSensor[] straps)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(_stop);
        deadline.CancelAfter(TimeSpan.FromSeconds(60));
        for (var ms = 0.0; ms < seconds * 1000; ms += 10)
        {
            time.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
            while (straps.Any(strap => strap.IsBehind))
                await Task.Delay(1, deadline.Token);
        }
    }

    private StrapSession Start(FakeTimeProvider time, IHeartRateSensor sensor)
    {
        var header = Live("Ana");
        return new StrapSession(header, [new SessionSensor("A", sensor)], time, time.GetTimestamp(), recording: SessionRecording.Start(Path, header, time));
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
            record ? SessionRecording.Start(Path, header, time) : null);
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
    private sealed class ScriptedSensor(string id = "test:1") : IHeartRateSensor
    {
        private readonly System.Threading.Channels.Channel<SensorEvent> _events = System.Threading.Channels.Channel.CreateUnbounded<SensorEvent>();
        private readonly SemaphoreSlim _taken = new(0);

        public string Id => id;

        public string Name => "scripted";

        public bool IsDisposed { get; private set; }

        /// <summary>Has no more to say.</summary>
        public void End(Exception? fault = null) => _events.Writer.Complete(fault);

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
                catch (Exception e) when (e is OperationCanceledException or System.Threading.Channels.ChannelClosedException { InnerException: null })
                {
                    yield break;
                }

                yield return next;
                _taken.Release();
            }
        }

        public ValueTask DisposeAsync()
        {
            IsDisposed = true;
            _taken.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
