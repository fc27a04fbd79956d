using CoRegulation.Biofeedback.App.Window.Words;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.Gatt;
using CoRegulation.Biofeedback.Sessions.Straps;

namespace CoRegulation.Biofeedback.App.Tests.Window.Straps;

public class PlaceWordsTests
{
    private static readonly StrapReading Beating = new() { SinceTimestamp = 0, State = SensorState.Connected, HeartRateBpm = 64, MessageCount = 3, BeatCount = 3 };

    [Fact]
    public void A_strap_with_a_pulse_asks_whose_it_is()
    {
        var words = Of(Beating with { BatteryPercent = 80, Contact = SensorContact.Detected });

        Assert.Equal(("64", "connected", false, "touches the skin", "battery 80 %"), (words.HeartRate, words.State, words.Attention, words.Contact, words.Battery));
        Assert.StartsWith("Is this yours?", words.Ask, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SensorState.Connecting, 2, "connecting", false)]
    [InlineData(SensorState.Connecting, 20, "connecting, 20 s so far. Wear it with wet electrodes, near this computer, and close other programs and watches that may hold it.", false)]
    [InlineData(SensorState.Lost, 12, "no connection for 12 s. It comes back by itself as soon as the strap is in range.", true)]
    [InlineData(SensorState.Lost, 300, "no connection for 5 min. It comes back by itself as soon as the strap is in range.", true)]
    [InlineData(SensorState.GaveUp, 1, "This strap cannot be used. Choose another.", true)]
    public void Each_state_says_what_to_do(SensorState state, double seconds, string says, bool attention)
    {
        var words = Of(new() { SinceTimestamp = 0, State = state }, seconds);

        Assert.Equal((says, attention, "", "–"), (words.State, words.Attention, words.Ask, words.HeartRate));
    }

    [Theory]
    [InlineData(SensorState.Silent, null)]
    [InlineData(SensorState.Lost, null)]
    [InlineData(SensorState.Connected, null)]
    public void A_strap_that_is_connected_and_sends_nothing_says_so_in_each_turn(SensorState state, string? detail)
    {
        var words = Of(new() { SinceTimestamp = 0, State = state, Detail = detail, MessageCount = 100, BeatCount = 100, HasFallenSilent = true });

        Assert.Equal(("–", true), (words.HeartRate, words.Attention));
        Assert.StartsWith("It is connected, but nothing comes from it. Wet the electrodes", words.State, StringComparison.Ordinal);
    }

    [Fact]
    public void After_every_connection_the_first_beat_is_waited_for() =>
        Assert.Equal("connected, waiting for the first beat", Of(Beating with { HeartRateBpm = null }).State);

    [Fact]
    public void A_heart_rate_that_no_heart_has_is_said_to_be_none()
    {
        var words = Of(Beating with { HeartRateBpm = null, RefusedHeartRateBpm = 255 });

        Assert.Equal(("–", true, ""), (words.HeartRate, words.Attention, words.Ask));
        Assert.StartsWith("connected, but it sends 255 bpm, and no heart beats so.", words.State, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_radio_says_stands_after_the_state() =>
        Assert.Equal("no connection for 3 s. Held by another program.", Of(new() { SinceTimestamp = 0, State = SensorState.Lost, Detail = "Held by another program." }, 3).State);

    [Fact]
    public void Without_contact_somebody_should_look() =>
        Assert.Equal(("–", true, ""), Of(Beating with { HeartRateBpm = null, Contact = SensorContact.NotDetected }) is var words ? (words.HeartRate, words.Attention, words.Ask) : default);

    [Fact]
    public void One_strap_for_both_asks_for_another()
    {
        var words = PlaceWords.From(new Place("A", "Ana", "sim:1", "H10", Beating, null, SharesHeartWith: "Ben"), TimeSpan.Zero);

        Assert.Equal(("Ben has the very same beats: one strap is chosen twice. Choose another one for one of you.", true), (words.State, words.Attention));
    }

    [Fact]
    public void A_strap_without_intervals_says_so() =>
        Assert.Equal("connected. It sends no times between beats: heart rate only, no variability.", Of(Beating with { MessageCount = 20, BeatCount = 0 }).State);

    [Theory]
    [InlineData(-40, 4)]
    [InlineData(-57, 4)]
    [InlineData(-58, 3)]
    [InlineData(-79, 2)]
    [InlineData(-90, 1)]
    [InlineData(-100, 0)]
    public void Signal_is_bars_and_words(int dbm, int bars) =>
        Assert.Equal(bars, SightingWords.From(new(new("sim:1", "H10", dbm), 0, false)).Bars);

    [Fact]
    public void Everything_worth_knowing_of_a_strap_is_noted() => Assert.Equal(
        "not seen for a while, does not say that it measures heart rates, battery 7 %",
        SightingWords.From(new(new("sim:1", "H10", null, 7, HasHeartRateService: false), 0, HasGoneQuiet: true)).Note);

    private static PlaceWords Of(StrapReading reading, double seconds = 1) =>
        PlaceWords.From(new Place("A", "Ana", "sim:1", "H10", reading, null), TimeSpan.FromSeconds(seconds));
}
