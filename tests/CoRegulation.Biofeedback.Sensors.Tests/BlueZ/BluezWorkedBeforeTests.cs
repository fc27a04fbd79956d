using CoRegulation.Biofeedback.Sensors.Tests.Connecting;

namespace CoRegulation.Biofeedback.Sensors.Tests.BlueZ;

/// <summary>A strap that has worked is one, whatever it or BlueZ says later: it is tried again.</summary>
public class BluezWorkedBeforeTests
{
    [Theory]
    [InlineData("refuse 1 on NotSupported;drop 1;return 1", "refuse 1 off")]
    [InlineData("notifying 1 off;remove 1", "notifying 1 on;remove 1")]
    public async Task One_answer_that_its_heart_rate_cannot_be_subscribed_to_does_not_end_it(string breaks, string mends)
    {
        await using var peer = await Peers.StartFastAsync("name=TICKR");
        await using var backend = peer.Backend();
        await using var heard = new Heard(backend.Open(Peers.First));
        await Heard.UntilAsync(() => heard.Rates.Count > 2);

        foreach (var command in breaks.Split(';'))
            await peer.TellAsync(command);
        await Heard.UntilAsync(() => heard.Ended.IsCompleted || Details(heard).Any(told => told.Contains("TICKR does not answer", StringComparison.Ordinal)));
        Assert.DoesNotContain(SensorState.GaveUp, heard.States);
        foreach (var command in mends.Split(';'))
            await peer.TellAsync(command);
        var before = heard.Rates.Count;
        await Heard.UntilAsync(() => heard.Rates.Count > before + 3);

        Assert.Equal(SensorState.Connected, heard.States[^1]);
        await peer.AccountAsync(heard);
    }

    private static IEnumerable<string> Details(Heard heard) => heard.Events.OfType<SensorStateEvent>().Select(state => state.Detail).OfType<string>();
}
