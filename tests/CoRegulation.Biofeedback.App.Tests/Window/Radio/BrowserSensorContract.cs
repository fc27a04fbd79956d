using CoRegulation.Biofeedback.App.Window.Radio;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.Gatt;
using CoRegulation.Biofeedback.Sensors.Tests;

namespace CoRegulation.Biofeedback.App.Tests.Window.Radio;

public sealed class BrowserSensorContract : HeartRateSensorContract, IAsyncDisposable
{
    private readonly BrowserBackend _backend = new(TimeProvider.System);

    protected override IEnumerable<string> Sent =>
        Enumerable.Range(60, 4).Select(bpm => Convert.ToHexStringLower(HeartRateMeasurement.Encode(bpm, [(ushort)(60 * 1024 / bpm)])));

    public ValueTask DisposeAsync() => _backend.DisposeAsync();

    /// <summary>A page whose strap is lost after its first message, comes back with three, and then waits.</summary>
    protected override Task<IHeartRateSensor> StartAsync()
    {
        var page = new ScriptedPage(_backend, TimeProvider.System).Open();
        var connections = 0;
        page.Answer = message =>
        {
            if (message.Kind != "connect")
                return;
            page.Tell("connected", "h10");
            if (++connections == 1)
            {
                page.Beat("h10", 60);
                page.Tell("lost", "h10");
                return;
            }

            for (var bpm = 61; bpm <= 63; bpm++)
                page.Beat("h10", bpm);
        };
        page.Announce("h10");
        return Task.FromResult(_backend.Open("web:h10", "Polar H10"));
    }

    // It happens as soon as somebody reads.
    protected override Task LoseAndFindAgainAsync() => Task.CompletedTask;
}
