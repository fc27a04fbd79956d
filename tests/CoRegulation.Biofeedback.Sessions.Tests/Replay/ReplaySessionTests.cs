using CoRegulation.Biofeedback.Analysis;
using CoRegulation.Biofeedback.Analysis.Synchrony;
using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Live;
using CoRegulation.Biofeedback.Sessions.Replay;
using CoRegulation.Biofeedback.Sessions.Snapshots;
using Microsoft.Extensions.Time.Testing;

namespace CoRegulation.Biofeedback.Sessions.Tests.Replay;

public class ReplaySessionTests
{
    private readonly CancellationToken _stop = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(double.PositiveInfinity)]
    public async Task Every_speed_gives_the_bits_of_all_at_once(double speed)
    {
        var (header, facts) = SimulatedSessions.Of(Scenarios.StrapTrouble, durationS: 90);
        var time = new FakeTimeProvider();
        await using var replay = new ReplaySession(header, facts, time, speed);

        var seen = await SnapshotsToTheEnd(replay, time);

        Assert.Equal(SimulatedSessions.Bits(SimulatedSessions.Snapshots(header, facts)), SimulatedSessions.Bits(seen));
    }

    [Fact]
    public async Task At_1x_a_snapshot_comes_when_its_time_has_come_and_not_before()
    {
        var (header, facts) = SimulatedSessions.Of(Scenarios.Settling, durationS: 60);
        var time = new WatchedTime();
        var waiting = time.NextTimer;
        await using var replay = new ReplaySession(header, facts, time);
        await using var messages = replay.Subscribe(_stop).GetAsyncEnumerator(_stop);

        await Until(messages, message => message is SnapshotMessage { Snapshot.Index: 0 });
        await waiting;
        time.Advance(TimeSpan.FromSeconds(10));
        await Until(messages, message => message is SnapshotMessage { Snapshot.Index: 40 });

        Assert.Equal(10, replay.Transport.PositionS);
    }

    [Fact]
    public async Task Paused_it_stands_still_whatever_the_clock_does()
    {
        var (header, facts) = SimulatedSessions.Of(Scenarios.Settling, durationS: 60);
        var time = new WatchedTime();
        var waiting = time.NextTimer;
        await using var replay = new ReplaySession(header, facts, time);
        await using var messages = replay.Subscribe(_stop).GetAsyncEnumerator(_stop);
        await waiting;
        waiting = time.NextTimer;
        time.Advance(TimeSpan.FromSeconds(5));
        await Until(messages, message => message is SnapshotMessage { Snapshot.Index: 20 });
        await waiting;

        replay.Pause();
        time.Advance(TimeSpan.FromSeconds(30));
        waiting = time.NextTimer;
        replay.Play();
        await waiting;
        time.Advance(TimeSpan.FromSeconds(1));
        await Until(messages, message => message is SnapshotMessage { Snapshot.Index: 24 });

        Assert.Equal(6, replay.Transport.PositionS);
        Assert.Equal(25, replay.History.NextIndex);
    }

    [Theory]
    [InlineData(80, 30)]
    [InlineData(30, 80)]
    public async Task A_jump_lands_on_the_snapshot_that_playing_there_would_have_given(double fromS, double toS)
    {
        var (header, facts) = SimulatedSessions.Of(Scenarios.Settling, durationS: 90);
        await using var replay = new ReplaySession(header, facts, new FakeTimeProvider());
        replay.Pause();
        replay.Jump(fromS);
        await using var messages = replay.Subscribe(_stop).GetAsyncEnumerator(_stop);

        replay.Jump(toS);
        await Until(messages, message => message is ResetMessage);
        var landed = (SnapshotMessage)await Until(messages, message => message is SnapshotMessage);

        Assert.Equal(SimulatedSessions.Bits(SimulatedSessions.Snapshots(header, facts)[(int)(toS * 4)]), SimulatedSessions.Bits(landed.Snapshot));
        Assert.Equal((long)(toS * 4) + 1, replay.History.NextIndex);
        Assert.Equal(facts.Count(fact => fact is PhaseFact or MarkerFact && fact.TimeS <= toS), replay.Events.Count);
    }

    [Fact]
    public async Task It_says_when_it_has_ended_and_plays_again_from_the_start()
    {
        var (header, facts) = SimulatedSessions.Of(Scenarios.Solo, durationS: 30);
        var time = new FakeTimeProvider();
        await using var replay = new ReplaySession(header, facts, time, double.PositiveInfinity);
        await using var messages = replay.Subscribe(_stop).GetAsyncEnumerator(_stop);
        await Until(messages, message => message is TransportMessage { Transport.Ended: true });
        Assert.Equal(30, replay.Transport.PositionS);

        replay.SetSpeed(1);
        replay.Play();

        Assert.Equal(new Transport(Playing: true, Speed: 1, PositionS: 0, Ended: false), replay.Transport);
    }

    [Fact]
    public async Task A_step_of_lags_that_does_not_divide_the_largest_lag_is_played_too()
    {
        var (header, facts) = SimulatedSessions.Of(Scenarios.Settling, durationS: 90);
        var options = new AnalysisOptions { Synchrony = new SynchronyOptions { MaxLagS = 5, LagStepS = 3 } };
        await using var replay = new ReplaySession(header, facts, new FakeTimeProvider(), double.PositiveInfinity, options);

        await foreach (var message in replay.Subscribe(_stop))
        {
            if (message is TransportMessage { Transport.Ended: true })
                break;
        }

        Assert.Equal([-3, 0, 3], replay.History.LagsS);
        Assert.NotEmpty(replay.History.Windows);
    }

    [Fact]
    public async Task A_speed_of_0_and_a_position_before_the_start_are_refused()
    {
        var (header, facts) = SimulatedSessions.Of(Scenarios.Solo, durationS: 30);
        await using var replay = new ReplaySession(header, facts, new FakeTimeProvider());

        Assert.Throws<ArgumentOutOfRangeException>(() => replay.SetSpeed(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => replay.Jump(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => replay.Jump(double.NaN));
        Assert.Throws<InvalidOperationException>(() => replay.Mark("x"));
    }

    [Fact]
    public async Task A_viewer_that_never_reads_does_not_hold_up_another()
    {
        var (header, facts) = SimulatedSessions.Of(Scenarios.Settling);
        await using var replay = new ReplaySession(header, facts, new FakeTimeProvider());
        replay.Pause();
        var asleep = replay.Subscribe(_stop).GetAsyncEnumerator(_stop);
        await using var awake = replay.Subscribe(_stop).GetAsyncEnumerator(_stop);

        replay.SetSpeed(double.PositiveInfinity);
        replay.Play();
        await Until(awake, message => message is TransportMessage { Transport.Ended: true });

        // The sleeper finds the newest snapshots and every change of the transport, though it missed snapshots.
        var last = (SnapshotMessage)await Until(asleep, message => message is SnapshotMessage { Snapshot.TimeS: 600 });
        Assert.Equal(2400, last.Snapshot.Index);
        Assert.Equal(2401, replay.History.NextIndex);
        await asleep.DisposeAsync();
    }

    [Fact]
    public async Task Cancelling_a_subscription_ends_it_normally()
    {
        var (header, facts) = SimulatedSessions.Of(Scenarios.Solo, durationS: 30);
        await using var replay = new ReplaySession(header, facts, new FakeTimeProvider());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(_stop);

        await foreach (var _ in replay.Subscribe(stop.Token))
            await stop.CancelAsync();
    }

    private async Task<List<Snapshot>> SnapshotsToTheEnd(ReplaySession replay, FakeTimeProvider time)
    {
        var seen = new List<Snapshot>();
        // It plays since it was made: back to the start, joined there, and played from there.
        replay.Pause();
        replay.Jump(0);
        var messages = replay.Subscribe(_stop);
        replay.Play();
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(_stop);
        var ticking = Task.Run(async () =>
        {
            while (!clock.IsCancellationRequested)
            {
                time.Advance(TimeSpan.FromMilliseconds(100));
                await Task.Yield();
            }
        }, _stop);
        await foreach (var message in messages)
        {
            if (message is SnapshotMessage { Snapshot: var snapshot } && (seen.Count == 0 || snapshot.Index > seen[^1].Index))
                seen.Add(snapshot);
            if (message is TransportMessage { Transport.Ended: true })
                break;
        }

        await clock.CancelAsync();
        await ticking;
        return seen;
    }

    private static async Task<LiveMessage> Until(IAsyncEnumerator<LiveMessage> messages, Func<LiveMessage, bool> found)
    {
        while (await messages.MoveNextAsync())
        {
            if (found(messages.Current))
                return messages.Current;
        }

        throw new InvalidOperationException("The subscription ended before what was waited for.");
    }
}
