using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Sensors.Simulation.Straps;
using EmissionStyle = CoRegulation.Biofeedback.Sensors.Simulation.Straps.EmissionStyle;

namespace CoRegulation.Biofeedback.Analysis.Tests.Beats;

public class BeatClockTests
{
    private static readonly double[] Steady = [800];
    private static readonly double[] Slow = [1250];

    private static readonly StrapOptions Troubled = new()
    {
        DriftPpm = new(-100, 100),
        FaultRates =
        [
            new(StrapFaultKind.RadioTrouble, 0.3, new(1, 6)),
            new(StrapFaultKind.LostNotifications, 0.3, new(0.3, 2.5)),
            new(StrapFaultKind.Duplicates, 0.5, new(0.5, 1.5)),
            new(StrapFaultKind.NoContact, 0.15, new(1, 8)),
            new(StrapFaultKind.LinkLost, 0.1, new(3, 20)),
        ],
    };

    [Fact]
    public void Beats_of_a_punctual_strap_stand_where_they_were()
    {
        var clock = new BeatClock();
        var closed = Feed(clock, Enumerable.Range(1, 100).Select(i => (0.8 * i, Steady)));

        Assert.All(closed.Zip(clock.Final()), (pair, i) =>
        {
            Assert.InRange(0.8 * (i + 1) - pair.First.TimeS, -pair.First.TimeUncertaintyMs / 1000, pair.First.TimeUncertaintyMs / 1000);
            Assert.InRange(0.8 * (i + 1) - pair.Second.TimeS, -0.005, 0.005);
        });
        Assert.Equal(1, clock.Segments);
    }

    [Theory]
    [InlineData(EmissionStyle.OnTick)]
    [InlineData(EmissionStyle.OnBeat)]
    public void Times_rise_from_beat_to_beat_and_every_interval_that_came_is_there(EmissionStyle emission)
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var strap = new WornStrap(Troubled with { Emission = emission }, 600, seed);

            Assert.All(strap.Live.Zip(strap.Live.Skip(1)), pair => Assert.True(pair.Second.TimeS > pair.First.TimeS));
            Assert.All(strap.Final.Zip(strap.Final.Skip(1)), pair => Assert.True(pair.Second.TimeS > pair.First.TimeS));
            Assert.All(strap.Final.Zip(strap.Final.Skip(1)), pair => Assert.InRange(pair.Second.Segment - pair.First.Segment, 0, 1));
            Assert.InRange(strap.Final.Count, strap.FinalTruth.Count, strap.Live.Count);
            Assert.Equal(0, strap.FalseDuplicates);
        }
    }

    [Fact]
    public void Asking_for_the_final_times_disturbs_nothing_and_a_fresh_clock_gives_the_same()
    {
        var strap = new WornStrap(Troubled, 300, seed: 5);
        var clock = new BeatClock();
        var live = new List<TimedBeat>();
        var asked = 0;

        foreach (var arrival in strap.Arrivals)
        {
            if (arrival is { } packet)
                clock.Add(packet, live);
            else
                clock.Break();
            if (++asked % 50 == 0)
                Assert.Equal(clock.Final(), clock.Final());
        }

        Assert.Equal(strap.Live, live);
        Assert.Equal(strap.Final, clock.Final());
    }

    [Theory]
    [InlineData(EmissionStyle.OnTick)]
    [InlineData(EmissionStyle.OnBeat)]
    public void With_hindsight_no_message_counts_twice_and_none_is_taken_for_a_repetition(EmissionStyle emission)
    {
        var options = new StrapOptions
        {
            Emission = emission,
            Jitter = JitterShape.Uniform,
            FaultRates = [new(StrapFaultKind.Duplicates, 1, new(0.5, 1.5)), new(StrapFaultKind.RadioTrouble, 0.5, new(1, 6))],
        };
        for (var seed = 1; seed <= 20; seed++)
        {
            var strap = new WornStrap(options, 600, seed);

            Assert.True(strap.Clock.Duplicates > 0);
            Assert.Equal(0, strap.FalseDuplicates);
            Assert.Equal(strap.FinalTruth.Select(truth => truth.Interval.Rr1024 / 1.024), strap.Final.Select(beat => beat.RrMs));
        }
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(65535 / 1.024)]
    [InlineData(-5.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void An_impossible_interval_is_left_out_and_spoils_no_other(double rrMs)
    {
        var clock = new BeatClock();
        var messages = Enumerable.Range(1, 100).Select(i => (0.8 * i, Steady)).ToList();
        messages.Insert(50, (40.1, [rrMs]));

        var closed = Feed(clock, messages);

        Assert.Equal(1, clock.Rejected);
        Assert.Equal(100, closed.Count);
        Assert.Equal(rrMs == 0 ? 1 : 2, clock.Segments);
        Assert.All(clock.Final(), (beat, i) => Assert.InRange(beat.TimeS, 0.8 * (i + 1) - 0.01, 0.8 * (i + 1) + 0.01));
    }

    [Fact]
    public void After_a_break_a_new_segment_begins_even_if_nothing_seems_missing()
    {
        var clock = new BeatClock();
        Feed(clock, Enumerable.Range(1, 50).Select(i => (0.8 * i, Steady)));
        clock.Break();
        clock.Break();
        Feed(clock, Enumerable.Range(51, 50).Select(i => (0.8 * i, Steady)));

        Assert.Equal(2, clock.Segments);
        Assert.Equal([.. Enumerable.Repeat(0, 50), .. Enumerable.Repeat(1, 50)], clock.Final().Select(beat => beat.Segment));
    }

    [Fact]
    public void A_break_before_the_first_message_is_none()
    {
        var clock = new BeatClock();
        clock.Break();

        Assert.Equal(0, Feed(clock, [(1, [800.0])])[0].Segment);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(-100)]
    public void A_strap_whose_clock_runs_wrong_does_not_drift_off(double driftPpm)
    {
        foreach (var emission in new[] { EmissionStyle.OnTick, EmissionStyle.OnBeat })
        {
            var strap = new WornStrap(new() { Emission = emission, DriftPpm = new(driftPpm, driftPpm) }, 3600, seed: 3);

            Assert.InRange(strap.FinalErrorMs(100), -15, 15);
            Assert.InRange(strap.FinalErrorMs(strap.Final.Count - 1), -15, 15);
            Assert.InRange(strap.LiveErrorMs(strap.Live.Count - 1), -15, 15);
        }
    }

    [Fact]
    public void Exact_times_are_taken_as_they_are_and_a_contradiction_starts_a_segment()
    {
        var clock = new BeatClock();
        var closed = new List<TimedBeat>();

        clock.AddExact(2, [900, 1000], closed);
        clock.AddExact(3.0005, [1000], closed);
        clock.AddExact(5, [800], closed);

        Assert.Equal([1.0, 2, 3.0005, 5], closed.Select(beat => beat.TimeS), (x, y) => Math.Abs(x - y) < 1e-9);
        Assert.Equal([0, 0, 0, 1], closed.Select(beat => beat.Segment));
        Assert.All(closed, beat => Assert.Equal(0, beat.TimeUncertaintyMs, 1e-6));
        Assert.Equal(closed, clock.Final());
    }

    [Fact]
    public void Exact_intervals_before_a_message_of_a_strap_do_not_anchor_it()
    {
        var clock = new BeatClock();
        var closed = new List<TimedBeat>();
        clock.AddExact(1, [1000], closed);

        clock.Add(new(100, new double[] { 800 }, false), closed);

        Assert.Equal([0, 1], closed.Select(beat => beat.Segment));
        Assert.InRange(closed[1].TimeS, 100 - (2 * closed[1].TimeUncertaintyMs / 1000), 100);
    }

    private static List<TimedBeat> Feed(BeatClock clock, IEnumerable<(double ArrivalS, double[] RrMs)> messages)
    {
        var closed = new List<TimedBeat>();
        foreach (var (arrivalS, rrMs) in messages)
            clock.Add(new(arrivalS, rrMs, false), closed);
        return closed;
    }

    [Fact]
    public void Another_strap_is_timed_by_its_own_clock_whatever_the_one_before_did()
    {
        // A strap that sends each beat at once, then one that sends once a second and runs 80 ppm fast.
        var (first, second) = (new BeatClock(), new BeatClock());
        var both = new BeatClock();
        List<TimedBeat> live = [];
        for (var beat = 1; beat <= 600; beat++)
        {
            var packet = new RrPacket((beat * 0.8) + 0.01, Steady, RepeatsPrevious: false);
            both.Add(packet, live);
            first.Add(packet, []);
        }

        both.ChangeStrap();
        for (var tick = 1; tick <= 400; tick++)
        {
            var packet = new RrPacket(500 + (tick / 1.00008) + 0.05, tick % 5 == 0 ? [] : Slow, RepeatsPrevious: false);
            both.Add(packet, live);
            second.Add(packet, []);
        }

        var expected = first.Final().Concat(second.Final().Select(beat => beat with { Segment = beat.Segment + first.Final()[^1].Segment + 1 }));
        Assert.Equal(expected, both.Final());
        Assert.Equal(live.Select(beat => beat.TimeS).Order(), live.Select(beat => beat.TimeS));
        Assert.Equal([0, 1], live.Select(beat => beat.Segment).Distinct());
    }
}
