using System.Runtime.CompilerServices;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.Connecting;

namespace CoRegulation.Biofeedback.App.Window.Radio;

/// <summary>The browser as the radio: pages of this window that hold straps by Web Bluetooth and pass on what they say. Works wherever Chrome or Edge does.</summary>
public sealed class BrowserBackend : ISensorBackend
{
    internal const string BackendName = "web";

    /// <summary>A socket that breaks may come back within this time before its straps are taken for lost; below the silence after which a sensor does so itself.</summary>
    internal static readonly TimeSpan Grace = TimeSpan.FromSeconds(4);

    /// <summary>Pages that are remembered, the newest: one that comes back late has its clock and its count of messages still.</summary>
    internal const int MostPages = 16;

    private static readonly TimeSpan SightingsEvery = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    // In the order in which they were opened.
    private readonly List<BrowserPage> _pages = [];
    private readonly Dictionary<string, BrowserDevice> _devices = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A radio without a page so far.</summary>
    /// <param name="time">The clock that stamps arrivals.</param>
    public BrowserBackend(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
    }

    /// <inheritdoc/>
    public string Name => BackendName;

    internal BrowserStatus Status
    {
        get
        {
            lock (_lock)
            {
                var pages = _devices.Values.Select(device => device.ConnectedPage).OfType<BrowserPage>().Distinct().ToList();
                return new(pages.Max(page => page.Clock.ErrorMs), pages.Exists(page => page.IsHidden), pages.Exists(page => page.IsSlowed));
            }
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SensorSighting> ScanAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var told = new HashSet<string>();
        while (!cancellationToken.IsCancellationRequested)
        {
            Task changed;
            List<SensorSighting> sightings;
            lock (_lock)
            {
                changed = _changed.Task;
                sightings = [.. _devices.Values.Where(IsHeld).Select(device => new SensorSighting(IdOf(device.Id), device.Name))];
            }

            foreach (var gone in told.Except(sightings.Select(sighting => sighting.Id)).ToList())
            {
                told.Remove(gone);
                yield return new SensorSighting(gone, gone, IsInRange: false);
            }

            foreach (var sighting in sightings)
            {
                told.Add(sighting.Id);
                yield return sighting;
            }

            using var pause = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(changed, Task.Delay(SightingsEvery, _time, pause.Token));
            await pause.CancelAsync();
        }
    }

    /// <inheritdoc/>
    public IHeartRateSensor Open(string id, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        var device = id.StartsWith(BackendName + ":", StringComparison.Ordinal) ? id[(BackendName.Length + 1)..] : "";
        if (device.Length == 0 || device.Any(char.IsWhiteSpace))
            throw new SensorException(SensorTrouble.BadIdentity, $"'{id}' is no strap that a browser holds: press \"Connect through this browser\".");
        lock (_lock)
        {
            var known = Known(device);
            known.Links++;
            return new StrapSensor(new BrowserLink(this, device, name ?? known.Name), _time);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Whether an open page has a strap.</summary>
    internal bool IsHeld(string id)
    {
        lock (_lock)
            return id.StartsWith(BackendName + ":", StringComparison.Ordinal) && _devices.TryGetValue(id[(BackendName.Length + 1)..], out var device) && IsHeld(device);
    }

    internal Task ChangedAsync()
    {
        lock (_lock)
            return _changed.Task;
    }

    /// <summary>A page's socket is open.</summary>
    internal BrowserPage Opened(string pageId, Action<RadioMessage> send)
    {
        lock (_lock)
        {
            var page = _pages.Find(known => known.Id == pageId) ?? new BrowserPage(pageId, _time);
            _pages.Remove(page);
            _pages.Add(page);
            page.Send = send;
            while (_pages.Count > MostPages && _pages.Find(known => !known.IsOpen) is { } oldest)
                _pages.Remove(oldest);
            return page;
        }
    }

    /// <summary>A page's socket is closed; what it holds is lost when it does not come back soon.</summary>
    internal async Task ClosedAsync(BrowserPage page, Action<RadioMessage> send)
    {
        var closed = _time.GetTimestamp();
        long closing;
        lock (_lock)
        {
            // The page has opened another already.
            if (page.Send != send)
                return;
            page.Send = null;
            closing = ++page.Closings;
            foreach (var device in _devices.Values.Where(device => device.ConnectingPage == page && device.ConnectedPage != page))
                device.Connecting?.TrySetException(new SensorException(SensorTrouble.NotInRange, PageGone(device.Name)));
            Changed();
        }

        await Task.Delay(Grace, _time);
        lock (_lock)
        {
            // It came back, or came back and closed again: then the later closing has its own time to wait.
            if (page.IsOpen || page.Closings != closing)
                return;
            page.Devices.Clear();
            foreach (var device in _devices.Values.Where(device => device.ConnectedPage == page).ToList())
                device.Lose(closed, PageGone(device.Name));
        }
    }

    /// <summary>A page said something.</summary>
    internal void Receive(BrowserPage page, RadioMessage message, long arrivalTimestamp)
    {
        lock (_lock)
        {
            if (message.Number is { } number && !page.TakeNumber(number))
                return;
            if (message is { Kind: "pong", Ping: { } asked, AtMs: { } atMs })
                page.Clock.Take(asked, atMs, arrivalTimestamp);
            else if (message.Kind == "tab")
                (page.IsHidden, page.LateMs) = (message.Hidden ?? page.IsHidden, message.LateMs ?? page.LateMs);
            else if (message.Device is { Length: > 0 and <= 200 } device && !device.Any(char.IsWhiteSpace))
                Receive(page, Known(device), message);
        }
    }

    internal async Task<IAsyncDisposable> ConnectAsync(string id, string name, IStrapListener listener, CancellationToken cancellationToken)
    {
        BrowserDevice device;
        TaskCompletionSource connecting;
        lock (_lock)
        {
            device = Known(id);
            var holder = _pages.FindLast(page => page.IsOpen && page == device.ConnectedPage) ?? _pages.FindLast(page => page.IsOpen && page.Devices.Contains(id))
                ?? throw new SensorException(SensorTrouble.NotInRange, PageGone(name));
            device.Listen(listener);
            device.Connecting?.TrySetCanceled(CancellationToken.None);
            device.Connecting = connecting = new(TaskCreationOptions.RunContinuationsAsynchronously);
            device.ConnectingPage = holder;
            if (device.ConnectedPage == holder)
            {
                device.Flush();
                connecting.TrySetResult();
            }
            else
            {
                device.Discard();
                holder.Send!(new RadioMessage { Kind = "connect", Device = id });
            }
        }

        try
        {
            await connecting.Task.WaitAsync(cancellationToken);
            return new Connection(this, device, listener);
        }
        catch
        {
            Leave(device, listener);
            throw;
        }
    }

    internal Task SeenAsync(string id, CancellationToken cancellationToken)
    {
        lock (_lock)
            return Known(id).Seen.Task.WaitAsync(cancellationToken);
    }

    internal void Close(string id)
    {
        lock (_lock)
        {
            if (--Known(id).Links == 0)
                Release(Known(id));
        }
    }

    private static string IdOf(string device) => $"{BackendName}:{device}";

    private static string PageGone(string name) =>
        $"No open page holds {name}: the page was closed or loaded anew. Open it in Chrome or Edge on this computer and press Reconnect.";

    private static string Failure(string name, string? error) => error switch
    {
        "NetworkError" => $"{name} does not answer. Wear it with wet electrodes, near this computer, and close other programs and watches that may hold it.",
        "NotFoundError" => $"{name} shows no heart rate service so far. If this stays, it is no strap of heart rates: choose another.",
        "SecurityError" or "NotAllowedError" => $"The browser does not let this page use {name} any longer: press Reconnect.",
        _ => $"The browser could not connect to {name} ({error ?? "no reason given"}). It tries again.",
    };

    private static void Release(BrowserDevice device)
    {
        device.Discard();
        (device.ConnectedPage ?? device.ConnectingPage)?.Send?.Invoke(new RadioMessage { Kind = "disconnect", Device = device.Id });
        (device.ConnectedPage, device.ConnectingPage) = (null, null);
    }

    private void Receive(BrowserPage page, BrowserDevice device, RadioMessage message)
    {
        switch (message.Kind)
        {
            case "device":
                Announced(page, device, message);
                break;
            case "connected" when device.ConnectingPage == page:
                device.ConnectedPage = page;
                device.Flush();
                device.Connecting?.TrySetResult();
                Changed();
                break;
            case "failed" when device.ConnectingPage == page:
                device.Connecting?.TrySetException(new SensorException(SensorTrouble.NotInRange, Failure(device.Name, message.Error)));
                break;
            case "lost" when device.ConnectedPage == page:
                device.Lose(page.Clock.ToTimestamp(message.AtMs ?? double.NaN), null);
                Changed();
                break;
            case "notification" when device.ConnectedPage == page || device.ConnectingPage == page:
                device.Notify(page.Clock.ToTimestamp(message.AtMs ?? double.NaN), BytesOf(message.Hex));
                break;
            case "battery" when device.ConnectedPage == page && message.Percent is { } percent:
                device.Listener?.Battery(page.Clock.ToTimestamp(message.AtMs ?? double.NaN), percent);
                break;
            case "seen":
                device.See();
                break;
        }
    }

    private void Announced(BrowserPage page, BrowserDevice device, RadioMessage message)
    {
        device.Name = StrapName.Of(message.Name, device.Id);
        page.Devices.Add(device.Id);
        // Another page, and the one that held it is gone: it was loaded anew. No need to wait for what does not come back.
        if (device.ConnectedPage is { IsOpen: false } gone && gone != page)
            device.Lose(_time.GetTimestamp(), PageGone(device.Name));
        if (message.Connected is true && device.Links == 0)
            page.Send?.Invoke(new RadioMessage { Kind = "disconnect", Device = device.Id });
        else if (message.Connected is true)
            device.ConnectedPage ??= page;
        device.See();
        Changed();
    }

    private BrowserDevice Known(string device)
    {
        if (!_devices.TryGetValue(device, out var known))
            _devices[device] = known = new BrowserDevice(device);
        return known;
    }

    private bool IsHeld(BrowserDevice device) => _pages.Exists(page => page.IsOpen && page.Devices.Contains(device.Id));

    private void Leave(BrowserDevice device, IStrapListener listener)
    {
        lock (_lock)
        {
            // Another connection may listen by now, and keeps what it has.
            if (device.Listener is not null && device.Listener != listener)
                return;
            device.StopListening(listener);
            if (device.ConnectedPage is not { IsOpen: false })
                Release(device);
        }
    }

    private void Changed()
    {
        var changed = _changed;
        _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        changed.TrySetResult();
    }

    private static byte[] BytesOf(string? hex)
    {
        try
        {
            return Convert.FromHexString(hex ?? "");
        }
        catch (FormatException)
        {
            return [];
        }
    }

    private sealed class Connection(BrowserBackend backend, BrowserDevice device, IStrapListener listener) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            backend.Leave(device, listener);
            return ValueTask.CompletedTask;
        }
    }
}
