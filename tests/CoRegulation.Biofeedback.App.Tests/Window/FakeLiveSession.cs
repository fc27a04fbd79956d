using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CoRegulation.Biofeedback.Analysis.Artefacts;
using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Analysis.Convergence;
using CoRegulation.Biofeedback.Analysis.Readings;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Live;
using CoRegulation.Biofeedback.Sessions.Snapshots;

namespace CoRegulation.Biofeedback.App.Tests.Window;

/// <summary>A session by formula: two heart rates that swing and settle, with a gap, stepped by the test.</summary>
internal sealed class FakeLiveSession : ILiveSession
{
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<Channel<LiveMessage>, bool> _subscribers = new();
    private ImmutableList<Fact> _events = [];
    private Snapshot? _newest;

    public FakeLiveSession(int people = 2, bool canSeek = true, double? durationS = 600, string nameA = "Ana", string nameB = "Ben", string? title = "Settling")
    {
        CanSeek = canSeek;
        DurationS = durationS;
        Header = new SessionHeader
        {
            Program = "test",
            Started = DateTimeOffset.UnixEpoch,
            Origin = Origin.Simulated,
            Title = title,
            People = [.. new[] { new Person { Id = "A", Name = nameA }, new Person { Id = "B", Name = nameB } }.Take(people)],
        };
        History = NewHistory();
        Transport = new Transport(Playing: true, Speed: 1, PositionS: 0, Ended: false);
    }

    public SessionHeader Header { get; }

    public bool CanSeek { get; }

    public double? DurationS { get; }

    public Transport Transport { get; private set; }

    public SnapshotHistory History { get; private set; }

    public IReadOnlyList<Fact> Events => _events;

    /// <summary>What happens at a time, for scripts: (time, label) of phases and markers.</summary>
    public IReadOnlyList<Fact> Script { get; init; } = [];

    public int Subscribers => _subscribers.Count;

    public void Step()
    {
        lock (_lock)
        {
            var index = History.NextIndex;
            var timeS = index / (double)Snapshot.PerSecond;
            foreach (var fact in Script.Where(fact => fact.TimeS > timeS - 0.25 && fact.TimeS <= timeS))
                Add(fact);
            Publish(SnapshotAt(index));
        }
    }

    public void StepTo(double timeS)
    {
        while (History.NextIndex <= timeS * Snapshot.PerSecond)
            Step();
    }

    public void Publish(Snapshot snapshot)
    {
        lock (_lock)
        {
            History.Add(snapshot);
            if (snapshot.Dyad is not null && snapshot.TimeS >= 30 && snapshot.Index % 20 == 0)
                History.Add(new SynchronyWindow(snapshot.TimeS - 30, snapshot.TimeS, [.. History.LagsS.Select(lag => (float)(0.7 * Math.Cos(lag - (1.25 * Math.Sin(snapshot.TimeS / 90)))))]));
            _newest = snapshot;
            Transport = Transport with { PositionS = snapshot.TimeS };
            Tell(new SnapshotMessage(snapshot));
        }
    }

    public async IAsyncEnumerable<LiveMessage> Subscribe([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<LiveMessage>(new BoundedChannelOptions(64) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_lock)
        {
            channel.Writer.TryWrite(new TransportMessage(Transport));
            if (_newest is not null)
                channel.Writer.TryWrite(new SnapshotMessage(_newest));
            _subscribers[channel] = true;
        }

        try
        {
            while (true)
            {
                LiveMessage message;
                try
                {
                    message = await channel.Reader.ReadAsync(cancellationToken);
                }
                catch (OperationCanceledException)
                {
                    yield break;
                }

                yield return message;
            }
        }
        finally
        {
            _subscribers.TryRemove(channel, out _);
        }
    }

    public void Play() => Steer(Transport with { Playing = true });

    public void Pause() => Steer(Transport with { Playing = false });

    public void SetSpeed(double speed) => Steer(Transport with { Speed = speed });

    public void Jump(double positionS)
    {
        lock (_lock)
        {
            History = NewHistory();
            _events = [];
            _newest = null;
            Tell(new ResetMessage());
            StepTo(positionS);
            Steer(Transport with { Ended = false });
        }
    }

    public void Mark(string label) => Add(new MarkerFact(Transport.PositionS, label));

    public void BeginPhase(string label) => Add(new PhaseFact(Transport.PositionS, label));

    /// <summary>The formula.</summary>
    public Snapshot SnapshotAt(long index)
    {
        var t = index / (double)Snapshot.PerSecond;
        var (a, b) = Rates(t);
        var lostA = t is > 205 and < 222;
        var warm = t > 4;
        var people = new[] { Someone("A", a, 66, lostA, warm, t), Someone("B", b, 64, false, warm, t) }.Take(Header.People.Length);
        var distance = !warm ? default : lostA ? Reading.Missing(ReadingState.SignalLost) : Reading.Of(Math.Abs(a - b));
        var (a0, b0) = Rates(t - 60);
        var slope = Math.Abs(a - b) - Math.Abs(a0 - b0);
        return new Snapshot
        {
            Index = index,
            Phase = _events.OfType<PhaseFact>().LastOrDefault()?.Label,
            PacerPerMin = null,
            People = [.. people],
            Dyad = Header.People.Length < 2 ? null : new DyadSnapshot
            {
                R = t < 30 ? default : Reading.Of(0.3 + (0.35 * Math.Sin(Math.Floor(t / 5) / 9))),
                LagS = t < 30 ? default : Reading.Of(Math.Round(1.25 * Math.Sin(Math.Floor(t / 5) / 18) * 4) / 4),
                DistanceBpm = distance,
                SlopeBpmPerMin = t < 120 || lostA ? default : Reading.Of(slope),
                Convergence = t < 120 || lostA ? null : slope < -1 ? ConvergenceState.Nearing : slope > 1 ? ConvergenceState.Parting : ConvergenceState.Steady,
            },
        };
    }

    private static (double A, double B) Rates(double t)
    {
        var arousal = Math.Exp(-Math.Max(0, t - 120) / 150) * (t < 120 ? t / 120 : 1);
        var wave = Math.Sin(2 * Math.PI * t / 10.3) + (0.6 * Math.Sin(2 * Math.PI * t / 27));
        return (
            66 + (24 * arousal) + (2.4 * wave) + (1.2 * Math.Sin(2 * Math.PI * t / 4.1)),
            65 + (7 * arousal) + (2.1 * (Math.Sin(2 * Math.PI * (t - 1.25) / 10.3) + (0.6 * Math.Sin(2 * Math.PI * (t - 1.25) / 27)))) + (1.4 * Math.Sin(2 * Math.PI * t / 3.7)));
    }

    private static PersonSnapshot Someone(string id, double rate, double baseline, bool lost, bool warm, double t)
    {
        var missing = Reading.Missing(lost ? ReadingState.SignalLost : ReadingState.WarmingUp);
        Reading Known(double value, double fromS) => !lost && t >= fromS ? Reading.Of(value) : missing;
        return new PersonSnapshot
        {
            Id = id,
            HeartRateBpm = warm ? Known(rate, 0) : missing,
            RmssdMs = Known(38 + (6 * Math.Sin(t / 70)) + (id == "B" ? 6 : 0), 60),
            SdnnMs = Known(55, 300),
            Pnn50Percent = Known(14, 60),
            BreathingPerMin = Known(14, 60),
            RsaMs = Known(45, 60),
            CorrectedPercent = Known(id == "A" ? 0.8 : 0, 60),
            Rhythm = lost ? null : Rhythm.Sinus,
            NewBeats = lost || t != Math.Floor(t) ? [] : [BeatAt(t - 4, id == "A" && t % 60 is 30)],
            BaselineBpm = t >= 120 ? Reading.Of(baseline) : default,
            BaselineSpreadBpm = t >= 120 ? Reading.Of(2.5) : default,
            BaselineSd = t >= 120 ? Known((rate - baseline) / 2.5, 120) : default,
            TimeUncertaintyMs = Known(12, 0),
            Signal = lost ? Signal.Lost : Signal.Good,
            BatteryPercent = id == "A" ? 80 : null,
        };
    }

    // A beat a second, seen four seconds later; some are mended.
    private static Beat BeatAt(double timeS, bool isMended) =>
        new(timeS, isMended ? 700 : 1000, 1000, 0, isMended ? BeatFlag.Ectopic : BeatFlag.Ok);

    private void Steer(Transport transport)
    {
        lock (_lock)
        {
            if (!CanSeek)
                throw new InvalidOperationException("A live session cannot seek.");
            Transport = transport;
            Tell(new TransportMessage(transport));
        }
    }

    private void Add(Fact fact)
    {
        lock (_lock)
        {
            _events = _events.Add(fact);
            Tell(new EventMessage(fact));
        }
    }

    private void Tell(LiveMessage message)
    {
        foreach (var channel in _subscribers.Keys)
            channel.Writer.TryWrite(message);
    }

    private SnapshotHistory NewHistory() =>
        new(Header.People.Length, Header.People.Length < 2 ? [] : [.. Enumerable.Range(-20, 41).Select(i => i * 0.25)]);
}
