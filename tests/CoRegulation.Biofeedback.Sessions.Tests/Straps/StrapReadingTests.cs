using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.Gatt;
using CoRegulation.Biofeedback.Sessions.Straps;

namespace CoRegulation.Biofeedback.Sessions.Tests.Straps;

public class StrapReadingTests
{
    private static readonly StrapReading Fresh = new() { SinceTimestamp = 100 };

    [Fact]
    public void At_first_it_connects_and_nothing_is_known() =>
        Assert.Equal((SensorState.Connecting, null, null, 0L), (Fresh.State, Fresh.HeartRateBpm, Fresh.BatteryPercent, Fresh.BeatCount));

    [Fact]
    public void Beats_are_counted_and_their_newest_intervals_kept()
    {
        var reading = After(Message(62, [900, 1024]), Message(63, []), Message(64, [512]));

        Assert.Equal((64, 3L, 3L), (reading.HeartRateBpm, reading.BeatCount, reading.MessageCount));
        Assert.Equal([500.0], reading.NewestRrMs);
    }

    [Fact]
    public void A_lost_strap_shows_no_heart_rate_and_says_since_when()
    {
        var reading = After(Message(62, [1000]), new SensorStateEvent(300, SensorState.Lost), new SensorStateEvent(400, SensorState.Lost, "Held by another program."));

        Assert.Equal((SensorState.Lost, 300L, null, "Held by another program."), (reading.State, reading.SinceTimestamp, reading.HeartRateBpm, reading.Detail));
    }

    [Fact]
    public void Without_contact_there_is_no_heart_rate_to_believe()
    {
        var reading = After(Message(62, [1000]), Message(62, [1000], SensorContact.NotDetected));

        Assert.Equal((SensorContact.NotDetected, null), (reading.Contact, reading.HeartRateBpm));
    }

    [Fact]
    public void Zero_is_what_straps_send_when_they_have_none() => Assert.Null(After(Message(62, [1000]), Message(0, [])).HeartRateBpm);

    [Theory]
    [InlineData(27, false)]
    [InlineData(28, true)]
    [InlineData(222, true)]
    [InlineData(255, false)]
    public void A_heart_rate_that_no_heart_has_is_told_of_and_not_shown(int bpm, bool isShown) =>
        Assert.Equal(isShown ? (bpm, null) : (null, bpm), After(Message(62, [1000]), Message(bpm, [])) is var reading ? ((int?)reading.HeartRateBpm, (int?)reading.RefusedHeartRateBpm) : default);

    [Fact]
    public void A_strap_that_fell_silent_stays_so_through_new_connections_until_something_comes()
    {
        var silent = After(Message(62, [1000]), new SensorStateEvent(300, SensorState.Silent), new SensorStateEvent(300, SensorState.Lost), new SensorStateEvent(400, SensorState.Connected));

        Assert.True(silent.HasFallenSilent);
        Assert.False(silent.Take(Message(62, [1000])).HasFallenSilent);
        Assert.False(silent.Take(new SensorStateEvent(500, SensorState.Lost, "Out of range.")).HasFallenSilent);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(512)]
    public void Garbage_is_a_message_and_no_beat_is_made_of_it_that_is_not_there(int length)
    {
        var reading = Fresh.Take(new NotificationEvent(1, new byte[length]));

        Assert.Equal((1L, 0L, null), (reading.MessageCount, reading.BeatCount, reading.HeartRateBpm));
    }

    [Fact]
    public void A_strap_without_intervals_is_known_after_twenty_messages()
    {
        var heartRateOnly = Enumerable.Repeat(Message(70, []), 19).ToArray();

        Assert.False(After(heartRateOnly).LacksIntervals);
        Assert.True(After([.. heartRateOnly, Message(70, [])]).LacksIntervals);
        Assert.False(After([.. heartRateOnly, Message(70, [900])]).LacksIntervals);
    }

    [Fact]
    public void A_strap_that_is_lost_leaves_no_trail()
    {
        Assert.Equal([1000.0, 500], After(Message(62, [1024, 512])).Trail.RrMs);
        Assert.Empty(After(Message(62, [1024, 512]), new SensorStateEvent(300, SensorState.Lost)).Trail.RrMs);
    }

    private static NotificationEvent Message(int bpm, ushort[] rr1024, SensorContact contact = SensorContact.NotSupported) =>
        new(1, HeartRateMeasurement.Encode(bpm, rr1024, contact));

    private static StrapReading After(params SensorEvent[] events) =>
        events.Aggregate(Fresh.Take(new SensorStateEvent(200, SensorState.Connected)), (reading, sensorEvent) => reading.Take(sensorEvent));
}
