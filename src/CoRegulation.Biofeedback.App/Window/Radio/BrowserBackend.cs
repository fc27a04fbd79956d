using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.Connecting;

namespace CoRegulation.Biofeedback.App.Window.Radio;

/// <summary>The browser as the radio: pages of this window that hold straps by Web Bluetooth and pass on what they say. Works wherever Chrome or Edge does.</summary>
public sealed class BrowserBackend : ISensorBackend
{
    internal const string BackendName = "web";

    /// <summary>A socket that breaks may come back within this time before its straps are taken for lost; below the silence after which a sensor does so itself.</summary>
    internal static readonly TimeSpan Grace = TimeSpan.FromSeconds(4);

    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly BrowserPages _pages;
    private readonly Dictionary<string, BrowserDevice> _devices = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A radio without a page so far.</summary>
    /// <param name="time">The clock that stamps arrivals.</param>
    public BrowserBackend(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        (_time, _pages) = (time, new BrowserPages(time));
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
                return new(pages.Max(page => page.Clock.ErrorMs), pages.Exists(page => page.IsHidden), pages.Exists(page => page.IsSlowed), pages.Exists(page => page.IsTakenUntimed));
            }
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<SensorSighting> ScanAsync(CancellationToken cancellationToken) => new BrowserScan(Held, _time).RunAsync(cancellationToken);

    /// <inheritdoc/>
    public IHeartRateSensor Open(string id, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        var device = BrowserIdentity.DeviceOf(id)
            ?? throw new SensorException(SensorTrouble.BadIdentity, $"'{id}' is no strap that a browser holds: press \"Connect through this browser\".");
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
            return BrowserIdentity.DeviceOf(id) is { } device && _pages.Have(device);
    }

    /// <summary>Whether a strap is connected through a page.</summary>
    internal bool Holds(BrowserPage page)
    {
        lock (_lock)
            return _devices.Values.Any(device => device.ConnectedPage == page);
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
            return _pages.Open(pageId, send);
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
                device.Connecting?.TrySetException(BrowserTrouble.NoPage(device.Name));
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
                device.Lose(closed, BrowserTrouble.PageGone(device.Name));
        }
    }

    /// <summary>Asks a page for its time.</summary>
    internal void Ask(BrowserPage page)
    {
        lock (_lock)
            page.Ask();
    }

    /// <summary>A page said something.</summary>
    internal void Receive(BrowserPage page, RadioMessage message, long arrivalTimestamp)
    {
        lock (_lock)
        {
            if (page.Spoke())
            {
                foreach (var held in page.Devices)
                    Known(held).See();
            }

            if (message.Number is { } number && !page.Take(number))
                return;
            if (page.Hear(message, arrivalTimestamp) || !BrowserIdentity.IsName(message.Device))
                return;
            var device = Known(message.Device!);
            if (message.Kind == "device")
                Announced(page, device, message);
            else if (device.Hear(page, message))
                Changed();
        }
    }

    internal async Task<IAsyncDisposable> ConnectAsync(string id, string name, IStrapListener listener, CancellationToken cancellationToken)
    {
        BrowserDevice device;
        TaskCompletionSource connecting;
        lock (_lock)
        {
            device = Known(id);
            var page = _pages.Of(id, device.ConnectedPage) ?? throw BrowserTrouble.NoPage(name);
            connecting = page.IsMute ? throw BrowserTrouble.TabSleeps(name) : device.Connect(page, listener);
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
                Known(id).Release();
        }
    }

    private void Announced(BrowserPage page, BrowserDevice device, RadioMessage message)
    {
        page.Devices.Add(device.Id);
        device.Announced(page, message, _time.GetTimestamp());
        Changed();
    }

    private BrowserDevice Known(string device)
    {
        if (!_devices.TryGetValue(device, out var known))
            _devices[device] = known = new BrowserDevice(device);
        return known;
    }

    private (IReadOnlyList<SensorSighting> Held, Task Changed) Held()
    {
        lock (_lock)
            return ([.. _devices.Values.Where(device => _pages.Have(device.Id)).Select(device => new SensorSighting(BrowserIdentity.Of(device.Id), device.Name))], _changed.Task);
    }

    private void Leave(BrowserDevice device, IStrapListener listener)
    {
        lock (_lock)
            device.Leave(listener);
    }

    private void Changed()
    {
        var changed = _changed;
        _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        changed.TrySetResult();
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
