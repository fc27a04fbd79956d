using CoRegulation.Biofeedback.App.Window.Radio;
using CoRegulation.Biofeedback.Sensors.Connecting;
using CoRegulation.Biofeedback.Sensors.Gatt;
using Microsoft.Extensions.Time.Testing;

namespace CoRegulation.Biofeedback.App.Tests.Window.Radio;

/// <summary>Beats that a page tells while no connection listens: they wait for the next, however late it is. The connections are made by hand, in every order.</summary>
public sealed class KeptBeatsTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly BrowserBackend _backend;
    private readonly IAsyncDisposable _strap;
    private readonly ScriptedPage _page;

    public KeptBeatsTests()
    {
        _backend = new BrowserBackend(_time);
        _strap = _backend.Open("web:h10");
        _page = new ScriptedPage(_backend, _time).Open();
        _page.Answer = message =>
        {
            if (message.Kind == "connect")
                _page.Tell("connected", "h10");
        };
        _page.Announce("h10");
    }

    public ValueTask DisposeAsync() => _strap.DisposeAsync();

    [Fact]
    public async Task Those_of_a_page_that_thaws_and_tells_that_the_strap_is_lost_are_heard_and_then_the_loss()
    {
        await LeaveFrozenAsync();
        var heard = _time.GetTimestamp();
        _page.Thaw();
        _page.Beat("h10", 61, agoMs: 3000);
        _page.Beat("h10", 62, agoMs: 2000);
        _page.Tell("lost", "h10");

        var late = await ConnectAsync();
        var next = await ConnectAsync();
        _page.Beat("h10", 63);

        Assert.Equal(["61", "62", "lost"], late.Heard);
        Assert.Equal([-3000, -2000, 0], late.Timestamps.Select(timestamp => Math.Round(_time.GetElapsedTime(heard, timestamp).TotalMilliseconds, 1)));
        Assert.Equal(["63"], next.Heard);
    }

    [Fact]
    public async Task Those_of_a_page_that_thaws_come_before_what_it_says_next()
    {
        await LeaveFrozenAsync();
        _page.Thaw();
        _page.Beat("h10", 61);

        var next = await ConnectAsync();
        _page.Beat("h10", 62);

        Assert.Equal(["61", "62"], next.Heard);
        Assert.Single(_page.Heard, message => message.Kind == "connect");
    }

    [Fact]
    public async Task Those_of_a_page_that_was_away_for_long_and_has_lost_the_strap_are_heard_and_then_the_loss()
    {
        var first = await ConnectAsync();
        var closing = _page.Break();
        _time.Advance(BrowserBackend.Grace);
        await closing;
        await first.LeaveAsync();
        _page.Beat("h10", 61);
        _page.Beat("h10", 62);
        _page.Tell("lost", "h10");
        _page.Open();
        _page.Announce("h10");

        var late = await ConnectAsync();
        var next = await ConnectAsync();
        _page.Beat("h10", 63);

        Assert.Equal(["61", "62", "lost"], late.Heard);
        Assert.Equal(["63"], next.Heard);
    }

    [Fact]
    public async Task Those_that_nobody_came_for_are_not_for_who_takes_the_strap_later()
    {
        await LeaveFrozenAsync();
        _page.Thaw();
        _page.Beat("h10", 61);
        await _strap.DisposeAsync();
        await using var another = _backend.Open("web:h10");

        var next = await ConnectAsync();
        _page.Beat("h10", 62);

        Assert.Equal(["62"], next.Heard);
    }

    /// <summary>A connection that is given up because nothing comes: the page is frozen, and holds the strap.</summary>
    private async Task LeaveFrozenAsync()
    {
        var first = await ConnectAsync();
        _page.Freeze();
        _backend.Ask(_page.Page);
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.True(_page.Page.IsMute);
        await first.LeaveAsync();
    }

    private async Task<Listener> ConnectAsync()
    {
        var listener = new Listener();
        listener.Connection = await _backend.ConnectAsync("h10", "Polar H10", listener, TestContext.Current.CancellationToken);
        if (listener.Heard.Contains("lost"))
            await listener.LeaveAsync();
        return listener;
    }

    private sealed class Listener : IStrapListener
    {
        public IAsyncDisposable? Connection { get; set; }

        public List<string> Heard { get; } = [];

        public List<long> Timestamps { get; } = [];

        public ValueTask LeaveAsync() => Connection!.DisposeAsync();

        public void Notified(long arrivalTimestamp, ReadOnlySpan<byte> bytes) => Hear(arrivalTimestamp, $"{HeartRateMeasurement.Decode(bytes).HeartRateBpm}");

        public void Battery(long arrivalTimestamp, int percent) => Hear(arrivalTimestamp, "battery");

        public void Disconnected(long arrivalTimestamp, string? detail = null) => Hear(arrivalTimestamp, "lost");

        private void Hear(long timestamp, string what)
        {
            Timestamps.Add(timestamp);
            Heard.Add(what);
        }
    }
}
