using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CoRegulation.Biofeedback.Sensors.Gatt;
using CoRegulation.Biofeedback.Sensors.Simulation.Chance;

namespace CoRegulation.Biofeedback.Sensors.Simulation.Straps;

/// <summary>Turns the true beats of a heart into the messages of a strap, as they would arrive.</summary>
/// <remarks>Arrival = sending + <see cref="StrapOptions.LatencyS"/> + jitter, never before an earlier message, in whole microseconds.
/// A longer run begins with the shorter one.</remarks>
public static class StrapModel
{
    private const int MostIntervals = 9;
    private const int AveragedIntervals = 8;
    private const double NonsenseShare = 0.3;

    /// <summary>Wears the strap for a session.</summary>
    /// <param name="beatTimesS">The true beats, s since session start, ascending.</param>
    /// <param name="durationS">Length of the session, s; what would arrive later is left out.</param>
    /// <param name="options">The strap.</param>
    /// <param name="seed">Same seed, same person, same bytes.</param>
    /// <param name="person">A or B; each has chance of its own.</param>
    /// <exception cref="ArgumentOutOfRangeException">The duration is not above 0.</exception>
    public static StrapRun Run(ReadOnlySpan<double> beatTimesS, double durationS, StrapOptions options, int seed, string person = "A")
    {
        ArgumentNullException.ThrowIfNull(options);
        Check.Positive(durationS, nameof(durationS));

        var clock = new SeededRandom(seed, $"{person}/strap/clock");
        var driftPpm = options.DriftPpm.Draw(clock);
        var clockRate = 1 + driftPpm * 1e-6;
        var firstTickS = options.TickS * clock.NextDouble();

        var faults = new FaultTimes(options, durationS, seed, person);
        var intervals = BeatDetector.Detect(beatTimesS, faults, clockRate, new(seed, $"{person}/strap/extra beats"));
        var sendTimesS = SendTimes(options, intervals, faults, firstTickS, clockRate, durationS);
        var sent = Compose(sendTimesS, intervals, faults, options, new(seed, $"{person}/strap/nonsense"));
        var (notifications, arrived) = Radio.Deliver(sent, faults, options, durationS, seed, person);

        return new()
        {
            DriftPpm = driftPpm,
            Faults = faults.All,
            Notifications = notifications,
            Messages = StateLine.Weave(arrived, faults, options, durationS, person),
        };
    }

    private static List<double> SendTimes(
        StrapOptions options, List<CarriedInterval> intervals, FaultTimes faults, double firstTickS, double clockRate, double durationS)
    {
        var ticks = new List<double>();
        for (var tick = 0; (firstTickS + tick * options.TickS) / clockRate is var timeS && timeS <= durationS; tick++)
            ticks.Add(timeS);
        if (options.Emission is EmissionStyle.OnTick)
            return ticks;

        // Without beats to send, it still says every tick that it does not touch the skin.
        return [.. intervals.Select(interval => interval.TimeS)
            .Concat(ticks.Where(timeS => faults.At(StrapFaultKind.NoContact, timeS) is not null))
            .Where(timeS => timeS <= durationS)
            .Order()];
    }

    private static List<SentMessage> Compose(
        List<double> sendTimesS, List<CarriedInterval> intervals, FaultTimes faults, StrapOptions options, SeededRandom nonsense)
    {
        var sent = new List<SentMessage>(sendTimesS.Count);
        int closed = 0, waiting = 0;
        var previousS = 0.0;
        foreach (var timeS in sendTimesS)
        {
            while (closed < intervals.Count && intervals[closed].TimeS <= timeS)
                closed++;

            var isNonsense = nonsense.NextDouble() < NonsenseShare;
            var nonsenseBpm = (int)nonsense.Uniform(30, 221);
            int? energyKj = options.ReportsEnergy && sent.Count % 10 == 0 ? (int)Math.Min(timeS / 15, ushort.MaxValue) : null;
            if (faults.At(StrapFaultKind.NoContact, timeS) is not null)
            {
                waiting = closed;
                var contact = options.ReportsContact ? SensorContact.NotDetected : SensorContact.NotSupported;
                sent.Add(new(timeS, HeartRateMeasurement.Encode(isNonsense ? nonsenseBpm : 0, [], contact, energyKj), []));
            }
            else
            {
                // What closed while the link was gone is not kept for later.
                if (faults.Touching(StrapFaultKind.LinkLost, previousS, timeS) is { } lost && lost.EndS <= timeS)
                {
                    while (waiting < closed && intervals[waiting].TimeS < lost.EndS)
                        waiting++;
                }

                var count = Math.Min(closed - waiting, energyKj is null ? MostIntervals : MostIntervals - 1);
                var carried = CollectionsMarshal.AsSpan(intervals).Slice(waiting, count).ToImmutableArray();
                waiting += count;
                var contact = options.ReportsContact ? SensorContact.Detected : SensorContact.NotSupported;
                var rr1024 = carried.Select(interval => interval.Rr1024).ToArray();
                sent.Add(new(timeS, HeartRateMeasurement.Encode(MeanRateBpm(intervals, closed), rr1024, contact, energyKj), carried));
            }

            previousS = timeS;
        }

        return sent;
    }

    private static int MeanRateBpm(List<CarriedInterval> intervals, int closed)
    {
        var recent = CollectionsMarshal.AsSpan(intervals)[Math.Max(0, closed - AveragedIntervals)..closed];
        var sum = 0;
        foreach (var interval in recent)
            sum += interval.Rr1024;
        return sum == 0 ? 0 : (int)Math.Round(60.0 * 1024 * recent.Length / sum);
    }
}
