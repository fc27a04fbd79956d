using CoRegulation.Biofeedback.Analysis;
using CoRegulation.Biofeedback.Analysis.Synchrony.Looks;
using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Live;
using CoRegulation.Biofeedback.Sessions.Recording;
using CoRegulation.Biofeedback.Sessions.Replay;
using CoRegulation.Biofeedback.Sessions.Simulated;
using CoRegulation.Biofeedback.Sessions.Snapshots;
using CoRegulation.Biofeedback.Sessions.Tests.Recording;
using Microsoft.Extensions.Time.Testing;

namespace CoRegulation.Biofeedback.Sessions.Tests.Live;

/// <summary>A look at synchrony in a running session, of which a test holds up the work as long as it likes.</summary>
public sealed class LiveLookTests : IDisposable
{
    private const double DurationS = 130;

    // A look at 90 s, shown 18 s after it has begun.
    private static readonly AnalysisOptions Options = new()
    {
        Looks = new() { Looks = [new(90, 0.5)], ShownAfterShare = 0.2 },
        Significance = new() { LeastS = 90 },
    };

    private readonly CancellationToken _stop = TestContext.Current.CancellationToken;
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new();
    private readonly SimulatedSession _simulated = Simulator.Run(Scenarios.Settling, seed: 1, DurationS);
    private readonly HeldLooks _looks = new();
    private readonly FollowedSensor[] _straps;
    private readonly long _start;

    public LiveLookTests()
    {
        _start = _time.GetTimestamp();
        _straps = [.. _simulated.People.Select(person => new FollowedSensor(_simulated, person.Id, _time, _start))];
    }

    private string Path => _folder.File("look.coreg.jsonl");

    public void Dispose()
    {
        _looks.Release();
        _folder.Dispose();
    }

    [Fact]
    public async Task While_a_look_is_worked_out_the_picture_goes_on_and_live_is_replay()
    {
        await using var session = Start();
        var shown = ReadAllAsync(session);
        var dueS = await UntilALookIsUnderWayAsync(session);

        await AdvanceToAsync(dueS);
        await UntilShownAsync(session, dueS - 0.25);
        Assert.Equal(VerdictState.NotYetKnown, session.History.Verdict.State);
        _looks.Release();
        await AdvanceToAsync(DurationS + 1);
        await session.Completion.WaitAsync(_stop);

        var read = RecordingReader.Read(Path);
        var replayed = SimulatedSessions.Snapshots(read.Header, read.Facts, Options);
        Assert.Equal(SimulatedSessions.Bits(replayed), SimulatedSessions.Bits(await shown));
        Assert.Equal(dueS, replayed.First(snapshot => snapshot.Dyad!.Verdict.Look is not null).TimeS);
    }

    [Fact]
    public async Task A_session_that_ends_before_its_look_is_shown_has_it_at_the_end()
    {
        await using var session = Start();
        var dueS = await UntilALookIsUnderWayAsync(session);

        _looks.Release();
        await session.EndAsync();

        Assert.True(session.Transport.PositionS < dueS);
        Assert.NotNull(session.History.Verdict.Look);
        var read = RecordingReader.Read(Path);
        var replayed = SimulatedSessions.Snapshots(read.Header, read.Facts, Options);
        Assert.Equivalent(replayed[^1].Dyad!.Verdict, session.History.Verdict, strict: true);
        Assert.Null(replayed[^2].Dyad!.Verdict.Look);
    }

    [Fact]
    public async Task A_jump_back_leaves_a_look_behind_that_does_no_harm()
    {
        var (header, facts) = SimulatedSessions.Of(Scenarios.Settling, durationS: DurationS);
        var snapshots = SimulatedSessions.Snapshots(header, facts, Options);
        var underWay = snapshots.Last(snapshot => snapshot.Dyad!.Verdict.NextLookShownS is not null);
        await using var replay = new ReplaySession(header, facts, _time, options: Options, looks: _looks.Scheduler);
        replay.Pause();

        replay.Jump(underWay.TimeS);
        Assert.Equivalent(underWay.Dyad!.Verdict, replay.History.Verdict, strict: true);
        replay.Jump(10);
        _looks.Release();
        replay.Jump(DurationS);

        Assert.NotNull(replay.History.Verdict.Look);
        Assert.Equivalent(snapshots[^1].Dyad!.Verdict, replay.History.Verdict, strict: true);
    }

    private StrapSession Start()
    {
        var header = SimulatedRecording.Header(_simulated, "tests", SimulatedSessions.Started);
        return new StrapSession(
            header,
            [.. _straps.Select(strap => new SessionSensor(strap.Person, strap))],
            _time,
            _start,
            recording: SessionRecording.Start(Path, header, _time),
            options: Options,
            looks: _looks.Scheduler);
    }

    /// <summary>Lets time go on until a look has begun; gives when it is shown, s.</summary>
    private async Task<double> UntilALookIsUnderWayAsync(StrapSession session)
    {
        while (session.History.Verdict.NextLookShownS is null)
        {
            Assert.True(session.Transport.PositionS < DurationS - 1);
            await AdvanceToAsync(NowS + 0.25);
            await UntilShownAsync(session, NowS - 0.5);
        }

        return session.History.Verdict.NextLookShownS!.Value;
    }

    private double NowS => _time.GetElapsedTime(_start).TotalSeconds;

    private async Task AdvanceToAsync(double timeS)
    {
        while (NowS < timeS)
        {
            _time.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
            while (_straps.Any(strap => strap.IsBehind))
                await Task.Delay(1, _stop);
        }
    }

    private async Task UntilShownAsync(StrapSession session, double timeS)
    {
        while (session.Transport.PositionS < timeS)
        {
            Assert.False(session.Completion.IsFaulted, session.Completion.Exception?.ToString());
            await Task.Delay(1, _stop);
        }
    }

    private Task<List<Snapshot>> ReadAllAsync(StrapSession session)
    {
        var messages = session.Subscribe(_stop);
        return Task.Run(async () =>
        {
            var shown = new List<Snapshot>();
            await foreach (var message in messages)
            {
                if (message is SnapshotMessage { Snapshot: var snapshot })
                    shown.Add(snapshot);
                if (message is TransportMessage { Transport.Ended: true })
                    break;
            }

            return shown;
        }, _stop);
    }

    /// <summary>Work that waits until it is let go.</summary>
    private sealed class HeldLooks
    {
        private readonly ConcurrentExclusiveSchedulerPair _one = new();
        private readonly TaskCompletionSource _released = new();

        // The first task has the scheduler for itself, and whatever comes later waits behind it.
        public HeldLooks() => Task.Factory.StartNew(() => _released.Task.Wait(), CancellationToken.None, TaskCreationOptions.None, _one.ExclusiveScheduler);

        public TaskScheduler Scheduler => _one.ExclusiveScheduler;

        public void Release() => _released.TrySetResult();
    }
}
