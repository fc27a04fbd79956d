using CoRegulation.Biofeedback.Sensors.Connecting;

namespace CoRegulation.Biofeedback.App.Window.Radio;

/// <summary>A strap that a page of this window holds by Web Bluetooth.</summary>
internal sealed class BrowserLink(BrowserBackend backend, string device, string name) : IStrapLink
{
    private int _disposed;

    public string Id => BrowserIdentity.Of(device);

    public string Name => name;

    public Task<IAsyncDisposable> ConnectAsync(IStrapListener listener, CancellationToken cancellationToken) =>
        backend.ConnectAsync(device, name, listener, cancellationToken);

    public Task SeenAsync(CancellationToken cancellationToken) => backend.SeenAsync(device, cancellationToken);

    public ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
            backend.Close(device);
        return ValueTask.CompletedTask;
    }
}
