using CoRegulation.Biofeedback.EndToEnd;
using CoRegulation.Biofeedback.Sensors.BlueZ;

namespace CoRegulation.Biofeedback.Sensors.Tests.BlueZ;

public sealed class BluezSensorContract : HeartRateSensorContract, IAsyncDisposable
{
    private BluezPeer? _peer;
    private BluezBackend? _backend;
    private Task _losing = Task.CompletedTask;

    protected override IEnumerable<string> Sent => _peer!.Log.Where(message => Peers.First.EndsWith(message.Strap, StringComparison.Ordinal)).Select(message => message.Hex);

    public async ValueTask DisposeAsync()
    {
        await _losing;
        if (_backend is not null)
            await _backend.DisposeAsync();
        if (_peer is not null)
            await _peer.DisposeAsync();
    }

    protected override async Task<IHeartRateSensor> StartAsync()
    {
        _peer = await Peers.StartFastAsync();
        _backend = _peer.Backend();
        return _backend.Open(Peers.First);
    }

    protected override Task LoseAndFindAgainAsync()
    {
        _losing = LoseAsync();
        return Task.CompletedTask;
    }

    private async Task LoseAsync()
    {
        await _peer!.UntilAsync(1, strap => strap.GetProperty("sent").GetInt32() > 2);
        await _peer!.TellAsync("drop 1");
        await Task.Delay(200);
        await _peer!.TellAsync("return 1");
    }
}
