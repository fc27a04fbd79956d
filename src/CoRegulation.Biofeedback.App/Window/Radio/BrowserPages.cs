namespace CoRegulation.Biofeedback.App.Window.Radio;

/// <summary>The pages that are open, and the newest of those that were. Guarded by <see cref="BrowserBackend"/>.</summary>
internal sealed class BrowserPages(TimeProvider time)
{
    /// <summary>Pages that are remembered, the newest: one that comes back late has its count of messages still.</summary>
    public const int Most = 16;

    // In the order in which they were opened.
    private readonly List<BrowserPage> _pages = [];

    /// <summary>A page's socket is open.</summary>
    public BrowserPage Open(string id, Action<RadioMessage> send)
    {
        var page = _pages.Find(known => known.Id == id) ?? new BrowserPage(id, time);
        _pages.Remove(page);
        _pages.Add(page);
        page.Send = send;
        page.AskAnew();
        while (_pages.Count > Most && _pages.Find(known => !known.IsOpen) is { } oldest)
            _pages.Remove(oldest);
        return page;
    }

    /// <summary>Whether an open page has a strap.</summary>
    public bool Have(string device) => Of(device) is not null;

    /// <summary>The newest open page that has a strap, or the one that is connected to it.</summary>
    public BrowserPage? Of(string device, BrowserPage? connected = null) =>
        connected is { IsOpen: true } ? connected : _pages.FindLast(page => page.IsOpen && page.Devices.Contains(device));
}
