using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.Tests;
using InTheHand.Bluetooth.Scripted;

namespace CoRegulation.Biofeedback.InTheHand.Tests;

public sealed class InTheHandStrapContract : HeartRateSensorContract, IAsyncDisposable
{
    private readonly InTheHandBackend _backend = new(TimeProvider.System);

    protected override IEnumerable<string> Sent => ["003c", "003d", "003e", "003f"];

    protected override Task<IHeartRateSensor> StartAsync()
    {
        // Lost after its first message, with every handler that ever was still hooked in, it comes back with three.
        OneRadio.With(new ScriptedStrap("A0E1", "Polar H10") { LeaksHandlers = true }
            .OnSubscription(strap =>
            {
                strap.Notify(0, 60);
                strap.Drop();
            })
            .OnSubscription(strap =>
            {
                strap.Notify(0, 61);
                strap.Notify(0, 62);
                strap.Notify(0, 63);
            }));
        return Task.FromResult(_backend.Open("inthehand:A0E1", "Polar H10"));
    }

    public ValueTask DisposeAsync() => _backend.DisposeAsync();

    // It happens as soon as somebody reads.
    protected override Task LoseAndFindAgainAsync() => Task.CompletedTask;
}
