using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.Connecting;

namespace CoRegulation.Biofeedback.App.Window.Radio;

/// <summary>A strap as the browser knows it. Guarded by <see cref="BrowserBackend"/>.</summary>
internal sealed class BrowserDevice(string id)
{
    /// <summary>What is kept while nobody listens: as many messages as a page sends at once when its socket is back (radio.js).</summary>
    private const int MostWaiting = 20_000;

    // The loss of the strap, too, where beats came before it: who listens next hears all in its order.
    private readonly Queue<Action<IStrapListener>> _waiting = new();
    private IStrapListener? _listener;
    private bool _isDown;

    public string Id => id;

    public string Name { get; private set; } = StrapName.Of(null, id);

    /// <summary>How many sensors of this strap there are: it is not held for nobody.</summary>
    public int Links { get; set; }

    /// <summary>The page that is connected to it.</summary>
    public BrowserPage? ConnectedPage { get; private set; }

    /// <summary>The page that was told to connect, and listens for the strap while it cannot.</summary>
    public BrowserPage? ConnectingPage { get; private set; }

    public TaskCompletionSource? Connecting { get; private set; }

    public TaskCompletionSource Seen { get; private set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>No page has it, though it is wanted: one that was away for long tells what it kept.</summary>
    private bool IsFree => ConnectedPage is null && ConnectingPage is null && Links > 0;

    /// <summary>Has a page connect to it for a listener; what is given ends when it has, or cannot.</summary>
    public TaskCompletionSource Connect(BrowserPage page, IStrapListener listener)
    {
        _listener = listener;
        Connecting?.TrySetCanceled(CancellationToken.None);
        Connecting = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Flush();
        if (_listener is null)
        {
            // That was a connection from its beginning to its end; the next is made anew.
            Connecting.TrySetResult();
            return Connecting;
        }

        if (ConnectingPage is { } other && other != page)
            Disconnect(other);
        ConnectingPage = page;
        _isDown = false;
        if (ConnectedPage == page)
            Connecting.TrySetResult();
        else
            page.Send!(new RadioMessage { Kind = "connect", Device = id });

        return Connecting;
    }

    /// <summary>A page says that it may use it, and whether it is connected to it already.</summary>
    public void Announced(BrowserPage page, RadioMessage message, long timestamp)
    {
        Name = StrapName.Of(message.Name, id);
        // Another page, and the one that held it is gone: it was loaded anew. No need to wait for what does not come back.
        if (ConnectedPage is { IsOpen: false } gone && gone != page)
            Lose(timestamp, BrowserTrouble.PageGone(Name));
        if (message.Connected is true)
        {
            // Nobody wants it, or another page has it by now: one link is enough.
            if (Links == 0 || (ConnectedPage is not null && ConnectedPage != page))
                Disconnect(page);
            else
                ConnectedPage = page;
        }

        See();
    }

    /// <summary>What a page tells of it; whether that changes who has it.</summary>
    public bool Hear(BrowserPage page, RadioMessage message)
    {
        switch (message.Kind)
        {
            case "connected" when ConnectingPage == page:
                if (ConnectedPage is { } other && other != page)
                    Disconnect(other);
                ConnectedPage = page;
                Connecting?.TrySetResult();
                return true;
            case "failed" when ConnectingPage == page:
                _isDown = true;
                Connecting?.TrySetException(BrowserTrouble.Failed(Name, message.Error));
                return false;
            case "lost" when ConnectedPage == page || IsFree:
                _isDown = true;
                ConnectedPage = null;
                var lost = page.TimestampOf(message);
                if (_listener is null && _waiting.Count > 0)
                    _waiting.Enqueue(_ => End(lost, null));
                else
                    End(lost, null);
                return true;
            case "notification" when ConnectedPage == page || ConnectingPage == page || IsFree:
                Notify(page.TimestampOf(message), message.Bytes());
                return false;
            case "battery" when ConnectedPage == page && message.Percent is { } percent:
                _listener?.Battery(page.TimestampOf(message), percent);
                return false;
            case "seen":
                See();
                return false;
            default:
                return false;
        }
    }

    public void Lose(long timestamp, string? detail)
    {
        ConnectedPage = null;
        End(timestamp, detail);
    }

    /// <summary>A listener has enough.</summary>
    public void Leave(IStrapListener listener)
    {
        // Another connection may listen by now, and keeps what it has.
        if (_listener is not null && _listener != listener)
            return;
        _listener = null;
        // There is nothing to let go of, and to be told to would end the page's listening for it. A page that is away or asleep holds it still,
        // and tells what it said when it is back.
        if (!_isDown && ConnectedPage is not ({ IsOpen: false } or { IsMute: true }))
            Release();
    }

    /// <summary>Lets go of it.</summary>
    public void Release()
    {
        if (Links == 0)
            _waiting.Clear();
        if ((ConnectedPage ?? ConnectingPage) is { } page)
            Disconnect(page);
        (ConnectedPage, ConnectingPage) = (null, null);
    }

    /// <summary>To try to connect is worth it now.</summary>
    public void See()
    {
        var seen = Seen;
        Seen = new(TaskCreationOptions.RunContinuationsAsynchronously);
        seen.TrySetResult();
    }

    private void End(long timestamp, string? detail)
    {
        var listener = _listener;
        _listener = null;
        listener?.Disconnected(timestamp, detail);
    }

    private void Notify(long timestamp, byte[] bytes)
    {
        if (_listener is { } listener)
        {
            listener.Notified(timestamp, bytes);
            return;
        }

        // It came while the socket was closed, and the sensor is about to listen again.
        if (Links == 0)
            return;
        _waiting.Enqueue(late => late.Notified(timestamp, bytes));
        if (_waiting.Count > MostWaiting)
            _waiting.Dequeue();
    }

    /// <summary>Passes on what came while nobody listened.</summary>
    private void Flush()
    {
        while (_listener is { } listener && _waiting.TryDequeue(out var tell))
            tell(listener);
    }

    private void Disconnect(BrowserPage page) => page.Send?.Invoke(new RadioMessage { Kind = "disconnect", Device = id });
}
