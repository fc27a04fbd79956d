using CoRegulation.Biofeedback.Sensors.Gatt;
using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sensors.Simulation.Straps;
using CsCheck;

namespace CoRegulation.Biofeedback.Sensors.Tests.Simulation.Straps;

public class StrapFaultTests
{
    [Fact]
    public void Radio_trouble_holds_messages_back_and_lets_them_come_in_a_bunch()
    {
        var run = Run(new StrapFault(StrapFaultKind.RadioTrouble, 20, 4));

        var arrivalsS = run.Notifications.Select(notification => notification.ArrivalS!.Value).ToArray();
        Assert.DoesNotContain(arrivalsS, timeS => timeS is > 20 and < 24);
        Assert.InRange(arrivalsS.Count(timeS => timeS is >= 24 and < 24.4), 4, 6);
    }

    [Fact]
    public void Lost_notifications_are_lost_with_their_beats()
    {
        var run = Run(new StrapFault(StrapFaultKind.LostNotifications, 20, 3));

        var lost = run.Notifications.Where(notification => notification.ArrivalS is null).ToArray();
        Assert.Equal(3, lost.Length);
        Assert.All(lost, notification => Assert.InRange(notification.SentS, 20, 23));
        Assert.Contains(lost, notification => !notification.Intervals.IsEmpty);
    }

    [Fact]
    public void A_missed_beat_makes_one_interval_of_two()
    {
        var run = Run(new StrapFault(StrapFaultKind.MissedBeats, 23.9, 0.2));

        var doubled = Assert.Single(Intervals(run), interval => interval.Rr1024 > 900);
        Assert.Equal(2 * 819.2, doubled.Rr1024, 1.0);
        Assert.Equal(24.8, doubled.TimeS, 1e-9);
    }

    [Fact]
    public void An_extra_beat_splits_an_interval_in_two_that_have_its_sum()
    {
        var run = Run(new StrapFault(StrapFaultKind.ExtraBeats, 23.9, 0.2));

        var split = Intervals(run).Where(interval => interval.Rr1024 < 700).ToArray();
        Assert.Equal([-1, 30], split.Select(interval => interval.Beat));
        Assert.Equal(819.2, split.Sum(interval => interval.Rr1024), 1.0);
    }

    [Fact]
    public void A_duplicate_has_the_same_bytes_and_intervals_again()
    {
        var run = Run(new StrapFault(StrapFaultKind.Duplicates, 20, 1));

        var at = run.Notifications.IndexOf(run.Notifications.Single(notification => notification.IsDuplicate));
        Assert.Equal(run.Notifications[at - 1].Intervals, run.Notifications[at].Intervals);
        var arrived = run.Messages.OfType<SimulatedNotification>().ToArray();
        Assert.Equal(arrived[at - 1].Bytes.AsSpan(), arrived[at].Bytes.AsSpan());
        Assert.InRange(arrived[at].ArrivalS - arrived[at - 1].ArrivalS, 0.001, 0.061);
    }

    [Theory]
    [InlineData(EmissionStyle.OnTick)]
    [InlineData(EmissionStyle.OnBeat)]
    public void Without_contact_the_flags_say_so_there_are_no_intervals_and_the_first_one_after_starts_afresh(EmissionStyle emission)
    {
        var run = Run(new StrapFault(StrapFaultKind.NoContact, 20, 30), emission);

        var during = run.Messages.OfType<SimulatedNotification>().Where(message => message.ArrivalS is > 20.5 and < 49.9)
            .Select(message => HeartRateMeasurement.Decode(message.Bytes.AsSpan())).ToArray();
        Assert.InRange(during.Length, 28, 31);
        Assert.All(during, measurement => Assert.Equal(SensorContact.NotDetected, measurement.Contact));
        Assert.All(during, measurement => Assert.False(measurement.HasRr));
        Assert.Contains(during, measurement => measurement.HeartRateBpm == 0);
        Assert.Contains(during, measurement => measurement.HeartRateBpm >= 30);
        Assert.InRange(Intervals(run).First(interval => interval.TimeS > 20).OpenedS, 50, 51);
    }

    [Theory]
    [InlineData(EmissionStyle.OnTick)]
    [InlineData(EmissionStyle.OnBeat)]
    public void While_the_link_is_lost_nothing_comes_and_the_first_interval_after_starts_afresh(EmissionStyle emission)
    {
        var run = Run(new StrapFault(StrapFaultKind.LinkLost, 20, 10), emission);

        Assert.Equal(
            [(0, SensorState.Connected), (20, SensorState.Lost), (30, SensorState.Connected)],
            run.Messages.OfType<SimulatedState>().Select(state => (state.ArrivalS, state.State)));
        Assert.DoesNotContain(run.Messages.OfType<SimulatedNotification>(), message => message.ArrivalS is > 20 and < 30);
        var arrived = run.Notifications.Where(notification => notification.ArrivalS is not null).SelectMany(notification => notification.Intervals);
        Assert.InRange(arrived.First(interval => interval.TimeS > 20).OpenedS, 30, 31);
        Assert.Contains(run.Notifications, notification => notification is { ArrivalS: null, SentS: > 20 and < 30 });
    }

    [Fact]
    public void No_beat_from_while_the_link_was_lost_comes_later() =>
        Gen.Select(StrapGen.Beats, StrapGen.Faultless, StrapGen.Seed).Sample((beatsS, options, seed) =>
        {
            var run = StrapModel.Run(beatsS, 100, options with { Faults = [new(StrapFaultKind.LinkLost, 20, 10)] }, seed);

            var arrived = run.Notifications.Where(notification => notification.ArrivalS is not null).SelectMany(notification => notification.Intervals);
            Assert.DoesNotContain(arrived, interval => interval.TimeS > 20 && interval.OpenedS < 30);
        }, iter: 60);

    [Fact]
    public void After_five_seconds_without_a_message_the_strap_is_called_silent_once()
    {
        var run = Run(new StrapFault(StrapFaultKind.LostNotifications, 20, 12));

        var lastS = run.Messages.OfType<SimulatedNotification>().Last(message => message.ArrivalS < 21).ArrivalS;
        var silent = Assert.Single(run.Messages.OfType<SimulatedState>(), state => state.State is SensorState.Silent);
        Assert.Equal(lastS + 5, silent.ArrivalS, 1e-6);
    }

    [Fact]
    public void Battery_is_told_at_connection_and_at_each_percent()
    {
        var options = new StrapOptions { BatteryPercent = 90, BatteryLossPerHour = 120, Faults = [new(StrapFaultKind.LinkLost, 10, 25)] };

        var run = StrapModel.Run(StrapGen.Regular(100).AsSpan(), 100, options, seed: 1);

        Assert.Equal([(0, 90), (35, 89), (60, 88), (90, 87)],
            run.Messages.OfType<SimulatedBattery>().Select(battery => (battery.ArrivalS, battery.Percent)));
    }

    [Fact]
    public void Faults_at_random_times_come_as_often_as_asked()
    {
        var options = new StrapOptions { FaultRates = [new(StrapFaultKind.RadioTrouble, 2, new(0.5, 1.5))] };

        var faults = StrapModel.Run([], 36_000, options, seed: 8).Faults;

        // Overlapping ones are merged: of 1200, about 3 % are.
        Assert.InRange(faults.Length, 1060, 1260);
        Assert.InRange(faults.Average(fault => fault.DurationS), 0.9, 1.15);
    }

    [Fact]
    public void Faults_of_one_kind_never_overlap() =>
        Gen.Select(StrapGen.FaultRate.Array[1, 6], StrapGen.Seed).Sample((rates, seed) =>
        {
            var faults = StrapModel.Run([], 300, new() { FaultRates = [.. rates] }, seed).Faults;

            Assert.All(faults.GroupBy(fault => fault.Kind), kind =>
                Assert.All(kind.Zip(kind.Skip(1)), pair => Assert.True(pair.First.EndS < pair.Second.StartS)));
        }, iter: 100);

    private static StrapRun Run(StrapFault fault, EmissionStyle emission = EmissionStyle.OnTick) => StrapModel.Run(
        StrapGen.Regular(100).AsSpan(), 100, new() { Emission = emission, Faults = [fault], DriftPpm = 0, JitterMaxMs = 60 }, seed: 1);

    private static IEnumerable<CarriedInterval> Intervals(StrapRun run) => run.Notifications.SelectMany(notification => notification.Intervals);
}
