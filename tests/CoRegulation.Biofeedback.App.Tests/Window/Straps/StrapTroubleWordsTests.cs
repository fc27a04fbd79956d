using CoRegulation.Biofeedback.App.Window.Words;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sessions.Straps;

namespace CoRegulation.Biofeedback.App.Tests.Window.Straps;

public class StrapTroubleWordsTests
{
    private static readonly StrapReading Good = new() { SinceTimestamp = 0, State = SensorState.Connected, HeartRateBpm = 64 };
    private static readonly StrapReading Off = new() { SinceTimestamp = 0, State = SensorState.Lost, Detail = "The Bluetooth adapter is switched off." };

    [Fact]
    public void What_is_wrong_for_both_is_said_once() =>
        Assert.Equal("Ana, Ben: The Bluetooth adapter is switched off.", StrapTroubleWords.From([Of("Ana", Off), Of("Ben", Off)]));

    [Fact]
    public void What_is_wrong_for_one_is_said_of_that_one() =>
        Assert.Equal("Ben: The Bluetooth adapter is switched off.", StrapTroubleWords.From([Of("Ana", Good), Of("Ben", Off)]));

    [Fact]
    public void A_strap_that_fell_silent_has_its_sentence_in_each_of_its_turns() =>
        Assert.All([SensorState.Silent, SensorState.Lost, SensorState.Connected], state =>
            Assert.Equal($"Ana: {PlaceWords.Silence}", StrapTroubleWords.From([Of("Ana", new() { SinceTimestamp = 0, State = state, HasFallenSilent = true })])));

    [Theory]
    [InlineData(SensorState.Connected)]
    [InlineData(SensorState.Connecting)]
    [InlineData(SensorState.Lost)]
    public void Where_there_is_nothing_to_do_nothing_is_said(SensorState state) =>
        Assert.Equal("", StrapTroubleWords.From([Of("Ana", new() { SinceTimestamp = 0, State = state })]));

    private static Place Of(string name, StrapReading reading) => new("A", name, "sim:1", "H10", reading, null);
}
