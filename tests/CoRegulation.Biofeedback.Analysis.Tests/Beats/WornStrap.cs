using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.Gatt;
using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sensors.Simulation.Straps;

namespace CoRegulation.Biofeedback.Analysis.Tests.Beats;

/// <summary>A simulated strap on a simulated heart: what arrived, what the beat clock made of it and what is true.</summary>
internal sealed class WornStrap
{
    private readonly List<RrPacket?> _arrivals = [];
    private readonly List<NotificationTruth> _truths = [];

    public WornStrap(StrapOptions options, double durationS, int seed, string person = "A")
    {
        Options = options;
        var run = StrapModel.Run(Heart(durationS, seed, person), durationS, options, seed, person);
        var arrived = run.Notifications.Where(notification => notification.ArrivalS is not null).GetEnumerator();
        byte[]? previous = null;
        var hasContact = true;
        foreach (var message in run.Messages)
        {
            if (message is SimulatedState { State: SensorState.Lost })
                _arrivals.Add(null);
            if (message is not SimulatedNotification notification)
                continue;
            var bytes = notification.Bytes.ToArray();
            var measurement = HeartRateMeasurement.Decode(bytes);
            var touches = measurement.Contact is not SensorContact.NotDetected;
            if (hasContact && !touches)
                _arrivals.Add(null);
            hasContact = touches;
            arrived.MoveNext();
            _arrivals.Add(new(notification.ArrivalS, measurement.RrMs.ToArray(), previous is not null && previous.SequenceEqual(bytes)));
            _truths.Add(arrived.Current);
            previous = bytes;
        }

        var next = 0;
        foreach (var arrival in _arrivals)
        {
            if (arrival is not { } packet)
            {
                Clock.Break();
                continue;
            }

            var (before, duplicates) = (Live.Count, Clock.Duplicates);
            Clock.Add(packet, Live);
            var truth = _truths[next++];
            FalseDuplicates += !truth.IsDuplicate && Clock.Duplicates > duplicates ? 1 : 0;
            if (Live.Count > before)
            {
                LiveTruth.AddRange(truth.Intervals.Select(interval => (interval, truth.IsDuplicate, next)));
            }
        }

        Final = [.. Clock.Final()];
    }

    public StrapOptions Options { get; }

    public BeatClock Clock { get; } = new();

    /// <summary>What arrived; null where the link or the contact was lost.</summary>
    public IReadOnlyList<RrPacket?> Arrivals => _arrivals;

    public List<TimedBeat> Live { get; } = [];

    /// <summary>For each live beat what it really was, whether it came twice, and the number of its message.</summary>
    public List<(CarriedInterval Interval, bool IsDuplicate, int Message)> LiveTruth { get; } = [];

    public IReadOnlyList<TimedBeat> Final { get; }

    /// <summary>The same for each final beat; only when no repetition was left in.</summary>
    public IReadOnlyList<(CarriedInterval Interval, int Message)> FinalTruth =>
        field ??= [.. LiveTruth.Where(truth => !truth.IsDuplicate).Select(truth => (truth.Interval, truth.Message))];

    public int FalseDuplicates { get; private set; }

    /// <summary>Number of messages with beats in each final segment.</summary>
    public Dictionary<int, int> MessagesOfSegments => Final.Zip(FinalTruth)
        .GroupBy(pair => pair.First.Segment)
        .ToDictionary(group => group.Key, group => group.Select(pair => pair.Second.Message).Distinct().Count());

    public double FinalErrorMs(int beat) => 1000 * (Final[beat].TimeS - FinalTruth[beat].Interval.TimeS - Options.LatencyS);

    public double LiveErrorMs(int beat) => 1000 * (Live[beat].TimeS - LiveTruth[beat].Interval.TimeS - Options.LatencyS);

    /// <summary>Beats at 50 to 130 bpm with breathing, a slow wave and noise.</summary>
    private static double[] Heart(double durationS, int seed, string person)
    {
        var random = new Random((2 * seed) + (person is "A" ? 0 : 1));
        var meanS = 0.45 + (0.75 * random.NextDouble());
        var breathingS = 0.01 + (0.05 * random.NextDouble());
        var breathsPerS = 0.18 + (0.15 * random.NextDouble());
        var slowS = 0.005 + (0.03 * random.NextDouble());
        var noiseS = 0.002 + (0.01 * random.NextDouble());
        var beats = new List<double>();
        for (var timeS = random.NextDouble(); timeS < durationS;)
        {
            beats.Add(timeS);
            var noise = random.NextDouble() + random.NextDouble() + random.NextDouble() + random.NextDouble() - 2;
            timeS += Math.Max(0.3, (meanS * (1 + (0.1 * Math.Sin(Math.Tau * timeS / 240))))
                + (breathingS * Math.Sin(Math.Tau * breathsPerS * timeS)) + (slowS * Math.Sin(Math.Tau * 0.1 * timeS)) + (1.7 * noiseS * noise));
        }

        return [.. beats];
    }
}
