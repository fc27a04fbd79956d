namespace CoRegulation.Biofeedback.App.Window.Radio;

/// <summary>A page that can hold straps, from when it is loaded until it is gone; its socket may break and come back meanwhile, also late.
/// The page's clock and its count of messages begin when it is loaded, so that both hold over every break.
/// Guarded by <see cref="BrowserBackend"/>.</summary>
internal sealed class BrowserPage(string id, TimeProvider time)
{
    /// <summary>A tab whose timers come so late is slowed down by the browser, ms.</summary>
    private const double SlowMs = 2000;

    public string Id => id;

    public ClockOffset Clock { get; } = new(time);

    /// <summary>Sends to the page; null while its socket is closed.</summary>
    public Action<RadioMessage>? Send { get; set; }

    public bool IsOpen => Send is not null;

    /// <summary>How often its socket was closed: what waits after a closing knows by it whether that was the last one.</summary>
    public long Closings { get; set; }

    /// <summary>The devices that the page may connect to.</summary>
    public HashSet<string> Devices { get; } = [];

    /// <summary>The last numbered message that was taken.</summary>
    public long TakenNumber { get; private set; }

    public bool IsHidden { get; set; }

    public double LateMs { get; set; }

    /// <summary>Whether the browser lets the page's work wait.</summary>
    public bool IsSlowed => LateMs >= SlowMs;

    /// <summary>Whether a numbered message is new; one that was sent again is not.</summary>
    public bool TakeNumber(long number)
    {
        if (number <= TakenNumber)
            return false;
        TakenNumber = number;
        return true;
    }
}
