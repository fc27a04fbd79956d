using CoRegulation.Biofeedback.Sensors.Simulation.Straps;

namespace CoRegulation.Biofeedback.Analysis.Tests.Beats;

/// <summary>Sixty simulated pairs of ten minutes: jitter to 300 ms, bursts after radio trouble, drift, lost messages, missed beats, lost contact.</summary>
public class BeatTimeAccuracyTests
{
    private const int Pairs = 10;
    private const double DurationS = 600;

    public static TheoryData<EmissionStyle, JitterShape, double> Straps => new()
    {
        { EmissionStyle.OnTick, JitterShape.Exponential, 25 },
        { EmissionStyle.OnTick, JitterShape.Exponential, 100 },
        { EmissionStyle.OnTick, JitterShape.Uniform, 0 },
        { EmissionStyle.OnBeat, JitterShape.Exponential, 25 },
        { EmissionStyle.OnBeat, JitterShape.Exponential, 100 },
        { EmissionStyle.OnBeat, JitterShape.Uniform, 0 },
    };

    [Theory]
    [MemberData(nameof(Straps))]
    public void In_segments_of_60_messages_final_times_are_right_to_30_ms_relative_to_the_other_person(
        EmissionStyle emission, JitterShape jitter, double jitterMeanMs)
    {
        var relativeMs = new List<double>();
        foreach (var (a, b) in People(emission, jitter, jitterMeanMs))
        {
            var (ofA, ofB) = (LongSegments(a), LongSegments(b));
            var nearest = 0;
            for (var i = 0; i < ofA.Count; i++)
            {
                while (nearest + 1 < ofB.Count && Math.Abs(ofB[nearest + 1].TimeS - ofA[i].TimeS) <= Math.Abs(ofB[nearest].TimeS - ofA[i].TimeS))
                    nearest++;
                if (ofB.Count > 0 && Math.Abs(ofB[nearest].TimeS - ofA[i].TimeS) < 5)
                    relativeMs.Add(Math.Abs(ofA[i].ErrorMs - ofB[nearest].ErrorMs));
            }
        }

        relativeMs.Sort();
        Assert.True(relativeMs.Count > 1000);
        Assert.True(relativeMs[relativeMs.Count / 2] <= 10 && relativeMs[^1] <= 30,
            $"median {relativeMs[relativeMs.Count / 2]:F1} ms, 95 % {relativeMs[relativeMs.Count * 95 / 100]:F1} ms, most {relativeMs[^1]:F1} ms");
    }

    [Theory]
    [MemberData(nameof(Straps))]
    public void The_uncertainty_told_holds_95_percent_of_the_final_times_in_short_segments(
        EmissionStyle emission, JitterShape jitter, double jitterMeanMs)
    {
        int beats = 0, held = 0;
        foreach (var strap in People(emission, jitter, jitterMeanMs).SelectMany(pair => new[] { pair.A, pair.B }))
        {
            var messages = strap.MessagesOfSegments;
            for (var i = 0; i < strap.Final.Count; i++)
            {
                if (messages[strap.Final[i].Segment] >= 60)
                    continue;
                beats++;
                held += Math.Abs(strap.FinalErrorMs(i)) <= strap.Final[i].TimeUncertaintyMs ? 1 : 0;
            }
        }

        Assert.True(held >= 0.95 * beats, $"{held} of {beats}");
    }

    [Theory]
    [MemberData(nameof(Straps))]
    public void The_uncertainty_told_holds_95_percent_of_the_times_known_live(EmissionStyle emission, JitterShape jitter, double jitterMeanMs)
    {
        int beats = 0, held = 0;
        foreach (var strap in People(emission, jitter, jitterMeanMs).SelectMany(pair => new[] { pair.A, pair.B }))
        {
            for (var i = 0; i < strap.Live.Count; i++)
            {
                beats++;
                held += Math.Abs(strap.LiveErrorMs(i)) <= strap.Live[i].TimeUncertaintyMs ? 1 : 0;
            }
        }

        Assert.True(held >= 0.95 * beats, $"{held} of {beats}");
    }

    [Theory]
    [MemberData(nameof(Straps))]
    public void No_gap_is_closed_and_false_splits_are_rare(EmissionStyle emission, JitterShape jitter, double jitterMeanMs)
    {
        int gaps = 0, closed = 0, split = 0;
        foreach (var strap in People(emission, jitter, jitterMeanMs).SelectMany(pair => new[] { pair.A, pair.B }))
        {
            var truth = strap.FinalTruth;
            Assert.Equal(truth.Count, strap.Final.Count);
            for (var i = 1; i < truth.Count; i++)
            {
                var isGap = Math.Abs(truth[i].Interval.OpenedS - truth[i - 1].Interval.TimeS) > 1e-9;
                var isBorder = strap.Final[i].Segment != strap.Final[i - 1].Segment;
                gaps += isGap ? 1 : 0;
                closed += isGap && !isBorder ? 1 : 0;
                split += isBorder && !isGap ? 1 : 0;
            }
        }

        var hours = 2 * Pairs * DurationS / 3600;
        Assert.True(gaps > 50 && closed == 0 && split / hours <= 12, $"{gaps} gaps, {closed} closed, {split / hours:F1} false splits an hour");
    }

    private static List<(double TimeS, double ErrorMs)> LongSegments(WornStrap strap)
    {
        var messages = strap.MessagesOfSegments;
        var truth = strap.FinalTruth;
        return [.. Enumerable.Range(0, strap.Final.Count).Where(i => messages[strap.Final[i].Segment] >= 60)
            .Select(i => (strap.Final[i].TimeS, 1000 * (strap.Final[i].TimeS - truth[i].Interval.TimeS - strap.Options.LatencyS)))];
    }

    private static IEnumerable<(WornStrap A, WornStrap B)> People(EmissionStyle emission, JitterShape jitter, double jitterMeanMs)
    {
        var options = new StrapOptions
        {
            Emission = emission,
            Jitter = jitter,
            JitterMeanMs = jitterMeanMs,
            DriftPpm = new(-100, 100),
            FaultRates =
            [
                new(StrapFaultKind.RadioTrouble, 0.3, new(1, 6)),
                new(StrapFaultKind.LostNotifications, 0.3, new(0.3, 2.5)),
                new(StrapFaultKind.MissedBeats, 0.5, new(0.3, 1.5)),
                new(StrapFaultKind.ExtraBeats, 0.3, new(0.1, 0.5)),
                new(StrapFaultKind.NoContact, 0.15, new(1, 8)),
            ],
        };
        for (var seed = 1; seed <= Pairs; seed++)
            yield return (new(options, DurationS, seed), new(options, DurationS, seed, "B"));
    }
}
