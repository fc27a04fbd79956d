using CoRegulation.Biofeedback.Sensors.Connecting;

namespace CoRegulation.Biofeedback.Benchmarks.Budgets;

/// <summary>A strap that says what it is told to, from the thread that tells it.</summary>
internal sealed class ScriptedLink(string id) : IStrapLink
{
    private readonly TaskCompletionSource<IStrapListener> _listener = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id => id;

    public string Name => id;

    public Task<IStrapListener> Listener => _listener.Task;

    public Task<IAsyncDisposable> ConnectAsync(IStrapListener listener, CancellationToken cancellationToken)
    {
        _listener.TrySetResult(listener);
        return Task.FromResult<IAsyncDisposable>(new Connection());
    }

    public Task SeenAsync(CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class Connection : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
