using CoRegulation.Biofeedback.Sensors.Gatt;
using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sensors.Simulation.Straps;
using CsCheck;

namespace CoRegulation.Biofeedback.Sensors.Tests.Simulation.Straps;

public class StrapModelTests
{
    [Fact]
    public void The_bytes_that_arrive_hold_the_intervals_that_the_truth_names() =>
        Gen.Select(StrapGen.Beats, StrapGen.Any, StrapGen.Seed).Sample((beatsS, options, seed) =>
        {
            var run = StrapModel.Run(beatsS, 200, options, seed);

            var arrived = run.Messages.OfType<SimulatedNotification>().ToArray();
            var truth = run.Notifications.Where(notification => notification.ArrivalS is not null).ToArray();
            Assert.Equal(truth.Select(notification => notification.ArrivalS!.Value), arrived.Select(message => message.ArrivalS));
            foreach (var (message, notification) in arrived.Zip(truth))
            {
                var decoded = HeartRateMeasurement.Decode(message.Bytes.AsSpan());
                Assert.Null(decoded.Problem);
                Assert.True(message.Bytes.Length <= 20);
                Assert.Equal(notification.Intervals.Select(interval => interval.Rr1024 * 1000.0 / 1024), decoded.RrMs);
            }
        }, iter: 60);

    [Fact]
    public void Arrivals_are_whole_microseconds_in_order_and_within_the_session() =>
        Gen.Select(StrapGen.Beats, StrapGen.Any, StrapGen.Seed).Sample((beatsS, options, seed) =>
        {
            var previousS = 0.0;
            foreach (var message in StrapModel.Run(beatsS, 150, options, seed).Messages)
            {
                Assert.InRange(message.ArrivalS, previousS, 150);
                Assert.Equal(Math.Round(message.ArrivalS * 1e6) / 1e6, message.ArrivalS);
                previousS = message.ArrivalS;
            }
        }, iter: 60);

    [Fact]
    public void Without_faults_every_beat_but_the_first_is_carried_once_and_its_interval_ends_at_it() =>
        Gen.Select(StrapGen.Beats, StrapGen.Faultless, StrapGen.Seed).Sample((beatsS, options, seed) =>
        {
            // Two seconds after the last beat every message with it has come.
            var run = StrapModel.Run(beatsS, beatsS[^1] + 2, options, seed);

            var intervals = run.Notifications.SelectMany(notification => notification.Intervals).ToArray();
            Assert.Equal(Enumerable.Range(1, beatsS.Length - 1), intervals.Select(interval => interval.Beat));
            Assert.Equal(beatsS[1..], intervals.Select(interval => interval.TimeS));
            Assert.Equal(beatsS[..^1], intervals.Select(interval => interval.OpenedS));
        }, iter: 60);

    [Fact]
    public void Rounding_of_one_interval_is_made_good_in_the_next() =>
        Gen.Select(StrapGen.Beats, StrapGen.Faultless, StrapGen.Seed).Sample((beatsS, options, seed) =>
        {
            var run = StrapModel.Run(beatsS, 200, options, seed);

            var sum1024 = 0L;
            foreach (var interval in run.Notifications.SelectMany(notification => notification.Intervals))
            {
                sum1024 += interval.Rr1024;
                var strapS = (interval.TimeS - beatsS[0]) * (1 + run.DriftPpm * 1e-6);
                Assert.InRange(sum1024 / 1024.0, strapS - 1.001 / 1024, strapS + 1.001 / 1024);
            }
        }, iter: 60);

    [Fact]
    public void Without_faults_a_message_is_late_by_the_floor_and_the_jitter_and_no_more() =>
        Gen.Select(StrapGen.Beats, StrapGen.Faultless, StrapGen.Seed).Sample((beatsS, options, seed) =>
        {
            var previousS = 0.0;
            foreach (var notification in StrapModel.Run(beatsS, 200, options, seed).Notifications)
            {
                var latest = Math.Max(previousS, notification.SentS + options.LatencyS + options.JitterMaxMs / 1000);
                Assert.InRange(notification.ArrivalS!.Value, notification.SentS + options.LatencyS - 1e-6, latest + 1e-6);
                previousS = notification.ArrivalS.Value;
            }
        }, iter: 60);

    [Fact]
    public void On_tick_it_sends_once_a_second_of_its_own_clock_whatever_the_heart_does()
    {
        var run = StrapModel.Run(StrapGen.Regular(100).AsSpan(), 100, new() { DriftPpm = 10_000 }, seed: 1);

        var steps = run.Notifications.Zip(run.Notifications.Skip(1), (a, b) => b.SentS - a.SentS);
        Assert.All(steps, stepS => Assert.Equal(1 / 1.01, stepS, 1e-9));
        Assert.Contains(run.Notifications, notification => notification.Intervals.Length == 2);
        Assert.All(run.Notifications, notification =>
            Assert.All(notification.Intervals, interval => Assert.InRange(notification.SentS - interval.TimeS, 0, 1)));
    }

    [Fact]
    public void On_beat_it_sends_each_interval_when_it_closes()
    {
        var run = StrapModel.Run(StrapGen.Regular(100).AsSpan(), 100, new() { Emission = EmissionStyle.OnBeat }, seed: 1);

        Assert.All(run.Notifications, notification => Assert.Equal(notification.SentS, Assert.Single(notification.Intervals).TimeS));
    }

    [Fact]
    public void A_slow_heart_leaves_ticks_without_intervals()
    {
        double[] beatsS = [.. Enumerable.Range(0, 60).Select(i => i * 1.6)];

        var run = StrapModel.Run(beatsS, 90, new(), seed: 3);

        Assert.Contains(run.Notifications, notification => notification.Intervals.IsEmpty && notification.SentS > 3);
    }

    [Fact]
    public void Exponential_jitter_is_mostly_small_and_uniform_jitter_is_not()
    {
        Assert.InRange(MedianJitterMs(JitterShape.Exponential), 12, 23);
        Assert.InRange(MedianJitterMs(JitterShape.Uniform), 130, 170);

        static double MedianJitterMs(JitterShape shape)
        {
            var options = new StrapOptions { Jitter = shape };
            var run = StrapModel.Run(StrapGen.Regular(600).AsSpan(), 600, options, seed: 4);
            var jitterMs = run.Notifications.Select(n => (n.ArrivalS!.Value - n.SentS - options.LatencyS) * 1000).Order().ToArray();
            return jitterMs[jitterMs.Length / 2];
        }
    }

    [Fact]
    public void Same_seed_same_messages_and_a_longer_run_begins_with_the_shorter_one() =>
        Gen.Select(StrapGen.Beats, StrapGen.Any, StrapGen.Seed, Gen.Double[20, 150]).Sample((beatsS, options, seed, shorterS) =>
        {
            var whole = Messages.Written(StrapModel.Run(beatsS, 190, options, seed).Messages);

            Assert.Equal(whole, Messages.Written(StrapModel.Run(beatsS, 190, options, seed).Messages));
            Assert.Equal(whole.Where(line => line.ArrivalS <= shorterS), Messages.Written(StrapModel.Run(beatsS, shorterS, options, seed).Messages));
        }, iter: 60);

    [Fact]
    public void Another_jitter_leaves_the_bytes_as_they_are() =>
        Gen.Select(StrapGen.Beats, StrapGen.Faultless, StrapGen.Seed).Sample((beatsS, options, seed) =>
        {
            var shaken = StrapModel.Run(beatsS, 200, options with { JitterMaxMs = 290, JitterMeanMs = 80 }, seed);
            var calm = StrapModel.Run(beatsS, 200, options with { JitterMaxMs = 0 }, seed);

            Assert.Equal(Messages.Written(calm.Messages).Take(150).Select(line => line.Text), Messages.Written(shaken.Messages).Take(150).Select(line => line.Text));
        }, iter: 30);
}
