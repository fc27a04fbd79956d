namespace CoRegulation.Biofeedback.App.Window.Radio;

/// <summary>A page that can hold straps, from when it is loaded until it is gone; its socket may break and come back meanwhile, also late.
/// Its count of messages begins when it is loaded and holds over every break. Guarded by <see cref="BrowserBackend"/>.</summary>
/// <remarks>What bears the page's time waits in the page until its clock is known here: the service asks for it, tells that it is <c>ready</c>,
/// and takes what comes after the page's own <c>ready</c>. Then the page sends all again that was not taken, so nothing is lost or turned round.</remarks>
internal sealed class BrowserPage(string id, TimeProvider time)
{
    /// <summary>A tab whose timers come so late is slowed down by the browser, ms.</summary>
    private const double SlowMs = 2000;

    /// <summary>A page that leaves so many questions unanswered will not tell its time: its messages are stamped as they come.</summary>
    internal const int MostUnanswered = 3;

    private static readonly TimeSpan MuteAfter = TimeSpan.FromSeconds(1);

    private long _takenNumber;
    private bool _takes;
    private bool _isToldReady;
    private int _unanswered;
    private double _lateMs;
    private long? _waitsSinceTimestamp;

    public string Id => id;

    public ClockOffset Clock { get; } = new(time);

    /// <summary>Sends to the page; null while its socket is closed.</summary>
    public Action<RadioMessage>? Send { get; set; }

    public bool IsOpen => Send is not null;

    /// <summary>How often its socket was closed: what waits after a closing knows by it whether that was the last one.</summary>
    public long Closings { get; set; }

    /// <summary>The devices that the page may connect to.</summary>
    public HashSet<string> Devices { get; } = [];

    public bool IsHidden { get; private set; }

    /// <summary>Whether the browser lets the page's work wait.</summary>
    public bool IsSlowed => _lateMs >= SlowMs;

    /// <summary>Whether it says nothing though it was asked: the browser has frozen it. What the straps said meanwhile it tells when it thaws.</summary>
    public bool IsMute => _waitsSinceTimestamp is { } since && time.GetElapsedTime(since) > MuteAfter;

    /// <summary>Whether it does not tell its time, so that its messages bear that of their arrival here.</summary>
    public bool IsTakenUntimed => _takes && Clock.ErrorMs is null;

    /// <summary>Its clock may be another than before: nothing that bears its time is taken until that is known.</summary>
    public void AskAnew()
    {
        Clock.Forget();
        _takes = _isToldReady = false;
        _unanswered = 0;
        Spoke();
        Ask();
    }

    /// <summary>It said something, whatever that was; whether it was mute.</summary>
    public bool Spoke()
    {
        var wasMute = IsMute;
        _waitsSinceTimestamp = null;
        return wasMute;
    }

    /// <summary>Asks for its time.</summary>
    public void Ask()
    {
        if (_unanswered++ == MostUnanswered && !_takes)
            TellReady();
        _waitsSinceTimestamp ??= time.GetTimestamp();
        Send?.Invoke(new RadioMessage { Kind = "ping", Ping = time.GetTimestamp() });
    }

    /// <summary>Whether a numbered message is new and can be taken now; tells the page up to where all is taken.</summary>
    public bool Take(long number)
    {
        if (!_takes)
            return false;
        var isNew = number > _takenNumber;
        _takenNumber = Math.Max(_takenNumber, number);
        Send?.Invoke(new RadioMessage { Kind = "ack", Number = number });
        return isNew;
    }

    /// <summary>When the page had a message, on the service's clock.</summary>
    public long TimestampOf(RadioMessage message) => Clock.ToTimestamp(message.AtMs ?? double.NaN);

    /// <summary>What it says of itself; false when the message is of something else.</summary>
    public bool Hear(RadioMessage message, long arrivalTimestamp)
    {
        switch (message.Kind)
        {
            case "pong" when message is { Ping: { } asked, AtMs: { } atMs }:
                Answered(asked, atMs, arrivalTimestamp);
                return true;
            case "ready":
                // The leave may be from before a step; or the page has thawed and found questions and leave at once: its time comes first.
                _takes = _isToldReady = _isToldReady && (Clock.IsSettled || Clock.ErrorMs is null);
                return true;
            case "step":
                AskAnew();
                return true;
            case "tab":
                (IsHidden, _lateMs) = (message.Hidden ?? IsHidden, message.LateMs ?? _lateMs);
                return true;
            default:
                return false;
        }
    }

    private void Answered(long askedTimestamp, double atMs, long arrivalTimestamp)
    {
        var isLatest = Clock.Take(askedTimestamp, atMs, arrivalTimestamp);
        _unanswered = Clock.ErrorMs is null ? _unanswered : 0;
        if (Clock.IsSettled && !_takes && !_isToldReady)
            TellReady();
        else if (!Clock.IsSettled && isLatest)
            Ask();
    }

    private void TellReady()
    {
        _isToldReady = true;
        Send?.Invoke(new RadioMessage { Kind = "ready" });
    }
}
