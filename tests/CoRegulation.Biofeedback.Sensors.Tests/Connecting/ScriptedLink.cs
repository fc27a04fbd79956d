using CoRegulation.Biofeedback.Sensors.Connecting;

namespace CoRegulation.Biofeedback.Sensors.Tests.Connecting;

/// <summary>A strap whose every connection goes as the test says.</summary>
internal sealed class ScriptedLink(TimeProvider time) : IStrapLink
{
    private readonly Queue<Func<ScriptedConnection, CancellationToken, Task>> _script = new();
    private TaskCompletionSource _seen = new();

    public string Id => "test:1";

    public string Name => "Strap 1";

    /// <summary>Every connection that was tried, in order.</summary>
    public List<ScriptedConnection> Connections { get; } = [];

    public int Left { get; private set; }

    public bool Disposed { get; private set; }

    /// <summary>How the next connection goes; the last goes on for ever.</summary>
    public ScriptedLink Then(Func<ScriptedConnection, CancellationToken, Task> connection)
    {
        _script.Enqueue(connection);
        return this;
    }

    public ScriptedLink Then(Action<ScriptedConnection> connection) => Then((at, _) =>
    {
        connection(at);
        return Task.CompletedTask;
    });

    public ScriptedLink ThenFails(SensorTrouble trouble, string message) => Then((_, _) => throw new SensorException(trouble, message));

    public ScriptedLink ThenHangs() => Then((_, stop) => Task.Delay(Timeout.Infinite, stop));

    public void See() => Interlocked.Exchange(ref _seen, new()).TrySetResult();

    public async Task<IAsyncDisposable> ConnectAsync(IStrapListener listener, CancellationToken cancellationToken)
    {
        var connection = new ScriptedConnection(this, listener, time);
        lock (Connections)
            Connections.Add(connection);
        if (_script.TryDequeue(out var script))
            await script(connection, cancellationToken);
        return connection;
    }

    public Task SeenAsync(CancellationToken cancellationToken) => _seen.Task.WaitAsync(cancellationToken);

    public ValueTask DisposeAsync()
    {
        Disposed = true;
        return default;
    }

    internal sealed class ScriptedConnection(ScriptedLink link, IStrapListener listener, TimeProvider time) : IAsyncDisposable
    {
        public long TriedAt { get; } = time.GetTimestamp();

        public Task Leaving { get; set; } = Task.CompletedTask;

        public void Notify(params byte[] bytes) => listener.Notified(time.GetTimestamp(), bytes);

        public void NotifyAt(long timestamp, params byte[] bytes) => listener.Notified(timestamp, bytes);

        public void Battery(int percent) => listener.Battery(time.GetTimestamp(), percent);

        public void Drop(string? detail = null) => listener.Disconnected(time.GetTimestamp(), detail);

        public async ValueTask DisposeAsync()
        {
            await Leaving;
            link.Left++;
        }
    }
}
