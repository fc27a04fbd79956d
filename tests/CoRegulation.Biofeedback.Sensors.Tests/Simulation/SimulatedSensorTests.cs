using CoRegulation.Biofeedback.Sensors.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace CoRegulation.Biofeedback.Sensors.Tests.Simulation;

public class SimulatedSensorTests
{
    private static readonly SimulatedSession Session = Simulator.Run(Scenarios.Settling, 1, 60);

    [Fact]
    public async Task Events_are_the_simulated_messages_with_their_very_microseconds()
    {
        var time = new FakeTimeProvider();
        var start = time.GetTimestamp();
        await using var sensor = new SimulatedSensor(Session, "B", time, start);
        time.Advance(TimeSpan.FromSeconds(61));

        var events = await sensor.ReadAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Messages.Written(Session, "B"), events.Select(sensorEvent =>
        {
            var arrivalS = Math.Round((sensorEvent.ArrivalTimestamp - start) * 1e6 / time.TimestampFrequency) / 1e6;
            return (arrivalS, "B", sensorEvent switch
            {
                NotificationEvent notification => Convert.ToHexString(notification.Bytes.Span),
                SensorStateEvent state => state.State.ToString(),
                BatteryEvent battery => $"{battery.Percent}",
                _ => "",
            });
        }));
    }

    [Fact]
    public async Task A_message_comes_when_its_time_has_come_and_not_before()
    {
        var time = new FakeTimeProvider();
        await using var sensor = new SimulatedSensor(Session, "A", time, time.GetTimestamp());
        await using var events = sensor.ReadAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var firstS = Session.Messages.OfType<SimulatedNotification>().First(message => message.Person == "A").ArrivalS;
        Assert.True(await events.MoveNextAsync());
        Assert.True(await events.MoveNextAsync());

        time.Advance(TimeSpan.FromSeconds(firstS - 0.002));
        var notification = events.MoveNextAsync();
        Assert.False(notification.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(3));

        Assert.True(await notification);
        Assert.IsType<NotificationEvent>(events.Current);
    }

    [Fact]
    public async Task Reading_again_goes_on_where_the_last_reading_ended()
    {
        var time = new FakeTimeProvider();
        await using var sensor = new SimulatedSensor(Session, "A", time, time.GetTimestamp());
        time.Advance(TimeSpan.FromSeconds(61));
        var count = 0;
        await foreach (var _ in sensor.ReadAsync(TestContext.Current.CancellationToken))
        {
            if (++count == 10)
                break;
        }

        count += await sensor.ReadAsync(TestContext.Current.CancellationToken).CountAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Session.Messages.Count(message => message.Person == "A"), count);
    }

    [Fact]
    public void It_is_named_after_scenario_and_person_and_somebody_who_is_not_there_is_refused()
    {
        var sensor = new SimulatedSensor(Session, "B", TimeProvider.System, 0);

        Assert.Equal(("sim:settling", "Simulated strap of Ben"), (sensor.Id, sensor.Name));
        Assert.Throws<ArgumentException>(() => new SimulatedSensor(Session, "C", TimeProvider.System, 0));
    }
}
