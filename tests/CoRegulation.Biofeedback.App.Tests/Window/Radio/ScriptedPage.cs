using System.Collections.Concurrent;
using CoRegulation.Biofeedback.App.Window.Radio;
using CoRegulation.Biofeedback.Sensors.Gatt;

namespace CoRegulation.Biofeedback.App.Tests.Window.Radio;

/// <summary>A page that holds straps as a test says. As the real one (radio.js) it keeps what is numbered until that is taken, and sends it
/// when the service is ready; its clock begins when it is loaded.</summary>
internal sealed class ScriptedPage(BrowserBackend backend, TimeProvider time, string id = "page")
{
    private readonly ConcurrentQueue<RadioMessage> _heard = new();
    private readonly ConcurrentQueue<RadioMessage> _unanswered = new();
    private readonly ConcurrentQueue<RadioMessage> _waiting = new();
    private readonly Lock _lock = new();
    private readonly long _loaded = time.GetTimestamp();
    private BrowserPage? _page;
    private Action<RadioMessage>? _send;
    private bool _isReady;
    private double _stepsMs;
    private long _number;

    /// <summary>What the service said.</summary>
    public IReadOnlyList<RadioMessage> Heard => [.. _heard];

    /// <summary>Called with each message, after it was noted.</summary>
    public Action<RadioMessage> Answer { get; set; } = _ => { };

    /// <summary>A page that is frozen answers nothing.</summary>
    public bool IsFrozen { get; private set; }

    /// <summary>Whether it answers what it is asked for.</summary>
    public bool TellsTime { get; init; } = true;

    public BrowserPage Page => _page!;

    private double NowMs => time.GetElapsedTime(_loaded).TotalMilliseconds + _stepsMs;

    /// <summary>Opens the socket, to another service where one is given; what it is asked then it answers after the next that it says, as a page does
    /// that says at once what it has.</summary>
    public ScriptedPage Open(BrowserBackend? other = null)
    {
        backend = other ?? backend;
        _isReady = false;
        _unanswered.Clear();
        _send = Hear;
        _page = backend.Opened(id, _send);
        return this;
    }

    public Task Break()
    {
        _isReady = false;
        return backend.ClosedAsync(_page!, _send!);
    }

    public void Freeze() => IsFrozen = true;

    /// <summary>It goes on, and finds all at once that was said meanwhile.</summary>
    public void Thaw()
    {
        IsFrozen = false;
        Live();
    }

    /// <summary>Its clock makes a step, and it notices.</summary>
    public void Step(double ms)
    {
        _stepsMs += ms;
        _isReady = false;
        Say(new() { Kind = "step" });
    }

    public void Announce(string device, bool connected = false) => Say(new() { Kind = "device", Device = device, Name = "Polar H10", Connected = connected });

    public RadioMessage Tell(string kind, string device) => Keep(new() { Kind = kind, Device = device, Number = Interlocked.Increment(ref _number), AtMs = NowMs });

    public RadioMessage Beat(string device, int heartRateBpm, double agoMs = 0) => Keep(new()
    {
        Kind = "notification",
        Device = device,
        Number = Interlocked.Increment(ref _number),
        AtMs = NowMs - agoMs,
        Hex = Convert.ToHexStringLower(HeartRateMeasurement.Encode(heartRateBpm, [(ushort)(60 * 1024 / heartRateBpm)])),
    });

    public void Send(RadioMessage message) => Say(message);

    private RadioMessage Keep(RadioMessage message)
    {
        _waiting.Enqueue(message);
        if (_isReady)
            Say(message);
        return message;
    }

    private void Say(RadioMessage message)
    {
        backend.Receive(_page!, message, time.GetTimestamp());
        if (!IsFrozen)
            Live();
    }

    private void Hear(RadioMessage message)
    {
        _heard.Enqueue(message);
        if (message.Kind is "ping" or "ready" or "ack")
            _unanswered.Enqueue(message);
        else
            _ = Task.Run(() => Answer(message)); // Not within the service's lock: a page answers later.
    }

    private void Live()
    {
        lock (_lock)
        {
            while (_unanswered.TryDequeue(out var message))
            {
                if (message.Kind == "ack")
                    Acknowledged(message.Number!.Value);
                else if (message.Kind == "ready")
                    Continue();
                else if (TellsTime)
                    backend.Receive(_page!, new() { Kind = "pong", Ping = message.Ping, AtMs = NowMs }, time.GetTimestamp());
            }
        }
    }

    private void Continue()
    {
        _isReady = true;
        backend.Receive(_page!, new() { Kind = "ready" }, time.GetTimestamp());
        foreach (var message in _waiting)
            backend.Receive(_page!, message, time.GetTimestamp());
    }

    private void Acknowledged(long number)
    {
        while (_waiting.TryPeek(out var message) && message.Number <= number)
            _waiting.TryDequeue(out _);
    }
}
