using CoRegulation.Biofeedback.Sensors.Gatt;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Live;
using CoRegulation.Biofeedback.Sessions.Straps;

namespace CoRegulation.Biofeedback.Sessions.Tests.Straps;

public class OneHeartWatchTests
{
    [Fact]
    public async Task A_session_in_which_both_have_one_strap_says_from_where_to_where()
    {
        var one = new ScriptedBackend(TimeProvider.System);
        var other = new ScriptedBackend(TimeProvider.System, "web");
        await using var stage = new LiveStage(new SessionStart { Program = "test", People = [], Origin = Origin.Live }, [one, other], TimeProvider.System);
        stage.Choose("A", "sim:1");
        stage.Choose("B", "web:x");
        var session = stage.Start();

        for (ushort beat = 0; beat < 12; beat++)
        {
            one.Strap("1").Send(Message(beat));
            other.Strap("x").Send(Message(beat));
        }

        await UntilMarkedAsync(session, "both straps send the same beats: one strap twice?");
        stage.Choose("B", "web:y");
        await UntilMarkedAsync(session, "both straps send the same beats: one strap twice?", "the straps send different beats again");
    }

    private static byte[] Message(ushort beat) => HeartRateMeasurement.Encode(60, [(ushort)(1000 + (7 * beat))]);

    private static async Task UntilMarkedAsync(StrapSession session, params string[] labels)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        while (!session.Events.OfType<MarkerFact>().Select(marker => marker.Label).SequenceEqual(labels))
            await Task.Delay(10, patience.Token);
    }
}
