using CoRegulation.Biofeedback.App.Window.Radio;
using CoRegulation.Biofeedback.Sensors.Gatt;

namespace CoRegulation.Biofeedback.App.Tests.Window.Radio;

/// <summary>A page that holds straps as a test says; its clock is the service's.</summary>
internal sealed class ScriptedPage(BrowserBackend backend, TimeProvider time, string id = "page")
{
    private readonly List<RadioMessage> _heard = [];
    private BrowserPage? _page;
    private Action<RadioMessage>? _send;
    private readonly long _loaded = time.GetTimestamp();
    private long _number;

    /// <summary>What the service said.</summary>
    public IReadOnlyList<RadioMessage> Heard => [.. _heard];

    /// <summary>Called with each message, after it was noted.</summary>
    public Action<RadioMessage> Answer { get; set; } = _ => { };

    public BrowserPage Page => _page!;

    /// <summary>Opens the socket.</summary>
    /// <param name="tellsTime">Whether it answers the first question for its time at once.</param>
    public ScriptedPage Open(bool tellsTime = true)
    {
        _send = message =>
        {
            _heard.Add(message);
            // Not within the service's lock: a page answers later.
            _ = Task.Run(() => Answer(message));
        };
        _page = backend.Opened(id, _send);
        var now = time.GetTimestamp();
        if (tellsTime)
            backend.Receive(_page, new RadioMessage { Kind = "pong", Ping = now, AtMs = NowMs }, now);
        return this;
    }

    public Task Break() => backend.ClosedAsync(_page!, _send!);

    // A page's clock begins when it is loaded.
    private double NowMs => time.GetElapsedTime(_loaded).TotalMilliseconds;

    public void Announce(string device, bool connected = false) => Say(new() { Kind = "device", Device = device, Name = "Polar H10", Connected = connected });

    public RadioMessage Tell(string kind, string device) => Send(new() { Kind = kind, Device = device, Number = ++_number, AtMs = NowMs });

    public RadioMessage Beat(string device, int heartRateBpm, double agoMs = 0) => Send(BeatMessage(device, heartRateBpm, agoMs));

    /// <summary>A beat that cannot be sent now.</summary>
    public RadioMessage BeatMessage(string device, int heartRateBpm, double agoMs = 0) => new()
    {
        Kind = "notification",
        Device = device,
        Number = ++_number,
        AtMs = NowMs - agoMs,
        Hex = Convert.ToHexStringLower(HeartRateMeasurement.Encode(heartRateBpm, [(ushort)(60 * 1024 / heartRateBpm)])),
    };

    public RadioMessage Send(RadioMessage message)
    {
        Say(message);
        return message;
    }

    private void Say(RadioMessage message) => backend.Receive(_page!, message, time.GetTimestamp());
}
