using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.Connecting;

namespace CoRegulation.Biofeedback.App.Window.Radio;

/// <summary>A strap as the browser knows it. Guarded by <see cref="BrowserBackend"/>.</summary>
internal sealed class BrowserDevice(string id)
{
    /// <summary>Messages that are kept while nobody listens: as many as a page sends at once when its socket is back (radio.js).</summary>
    private const int MostWaiting = 20_000;

    private readonly Queue<(long Timestamp, byte[] Bytes)> _waiting = new();

    public string Id => id;

    public string Name { get; set; } = StrapName.Of(null, id);

    /// <summary>How many sensors of this strap there are: it is not held for nobody.</summary>
    public int Links { get; set; }

    /// <summary>The page that is connected to it.</summary>
    public BrowserPage? ConnectedPage { get; set; }

    /// <summary>The page that was told to connect.</summary>
    public BrowserPage? ConnectingPage { get; set; }

    public IStrapListener? Listener { get; private set; }

    public TaskCompletionSource? Connecting { get; set; }

    public TaskCompletionSource Seen { get; private set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Notify(long timestamp, byte[] bytes)
    {
        if (Listener is { } listener)
        {
            listener.Notified(timestamp, bytes);
            return;
        }

        // It came while the socket was closed, and the sensor is about to listen again.
        if (Links == 0)
            return;
        _waiting.Enqueue((timestamp, bytes));
        if (_waiting.Count > MostWaiting)
            _waiting.Dequeue();
    }

    public void Listen(IStrapListener listener) => Listener = listener;

    /// <summary>Passes on what came while nobody listened.</summary>
    public void Flush()
    {
        while (Listener is { } listener && _waiting.TryDequeue(out var message))
            listener.Notified(message.Timestamp, message.Bytes);
    }

    public void StopListening(IStrapListener listener)
    {
        if (Listener == listener)
            Listener = null;
    }

    public void Lose(long timestamp, string? detail)
    {
        ConnectedPage = null;
        var listener = Listener;
        Listener = null;
        listener?.Disconnected(timestamp, detail);
    }

    public void See()
    {
        var seen = Seen;
        Seen = new(TaskCreationOptions.RunContinuationsAsynchronously);
        seen.TrySetResult();
    }

    public void Discard() => _waiting.Clear();
}
