using CoRegulation.Biofeedback.App.Window.Radio;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.Gatt;
using Microsoft.Extensions.Time.Testing;

namespace CoRegulation.Biofeedback.App.Tests.Window.Radio;

public sealed class BrowserBackendTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly BrowserBackend _backend;
    private readonly List<SensorEvent> _events = [];
    private readonly List<IHeartRateSensor> _sensors = [];

    public BrowserBackendTests() => _backend = new BrowserBackend(_time);

    public async ValueTask DisposeAsync()
    {
        foreach (var sensor in _sensors)
            await sensor.DisposeAsync();
    }

    [Fact]
    public async Task Beats_bear_the_time_at_which_the_page_heard_them()
    {
        var page = await ConnectedAsync();

        _time.Advance(TimeSpan.FromSeconds(1));
        page.Beat("h10", 60, agoMs: 250);

        await UntilAsync(() => Bpm.Count == 1);
        Assert.Equal(250, _time.GetElapsedTime(_events.OfType<NotificationEvent>().Single().ArrivalTimestamp).TotalMilliseconds, 1);
    }

    [Fact]
    public async Task What_is_sent_again_comes_once()
    {
        var page = await ConnectedAsync();

        var beat = page.Beat("h10", 60);
        page.Send(beat);
        page.Beat("h10", 61);

        await UntilAsync(() => Bpm.Count == 2);
        Assert.Equal([60, 61], Bpm);
    }

    [Fact]
    public async Task A_socket_that_breaks_for_a_moment_costs_no_beat_and_no_state()
    {
        var page = await ConnectedAsync();
        page.Beat("h10", 60);
        var closing = page.Break();
        _time.Advance(TimeSpan.FromSeconds(2));
        var waiting = page.BeatMessage("h10", 61, agoMs: 1000);

        page.Open();
        page.Announce("h10", connected: true);
        page.Send(waiting);
        page.Beat("h10", 62);
        _time.Advance(BrowserBackend.Grace);
        await closing;

        await UntilAsync(() => Bpm.Count == 3);
        Assert.Equal([60, 61, 62], Bpm);
        Assert.DoesNotContain(States, state => state.State is SensorState.Lost);
    }

    [Fact]
    public async Task A_socket_that_stays_down_is_a_loss_and_what_waited_in_the_page_comes_with_the_return()
    {
        var page = await ConnectedAsync();
        page.Beat("h10", 60);
        var closing = page.Break();
        await AdvanceUntilAsync(() => States.Any(state => state.State is SensorState.Lost));
        await closing;
        var waiting = page.BeatMessage("h10", 61);

        page.Open();
        page.Announce("h10", connected: true);
        page.Send(waiting);

        await AdvanceUntilAsync(() => Bpm.Count == 2);
        Assert.Equal([60, 61], Bpm);
        Assert.Equal(SensorState.Connected, States.Last().State);
        Assert.Contains("press Reconnect", States.First(state => state.State is SensorState.Lost).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waited_in_a_page_that_comes_back_late_bears_its_own_time_and_comes_once()
    {
        var page = await ConnectedAsync();
        var taken = page.Beat("h10", 60);
        await UntilAsync(() => Bpm.Count == 1);
        var closing = page.Break();
        await AdvanceUntilAsync(() => States.Any(state => state.State is SensorState.Lost));
        await closing;
        var heard = _time.GetTimestamp();
        var waiting = page.BeatMessage("h10", 61);
        _time.Advance(TimeSpan.FromSeconds(30));

        // It sends what waits before it hears the first question for its time; the answer to the first beat did not get through.
        page.Open(tellsTime: false);
        page.Announce("h10", connected: true);
        page.Send(taken);
        page.Send(waiting);

        await AdvanceUntilAsync(() => Bpm.Contains(61));
        Assert.Equal([60, 61], Bpm);
        Assert.Equal(0, _time.GetElapsedTime(heard, _events.OfType<NotificationEvent>().Last().ArrivalTimestamp).TotalMilliseconds, 1);
    }

    [Fact]
    public async Task Each_break_has_its_own_time_to_end()
    {
        var page = await ConnectedAsync();
        var first = page.Break();
        _time.Advance(TimeSpan.FromSeconds(1));
        Return(60);
        _time.Advance(TimeSpan.FromSeconds(1));
        var second = page.Break();
        _time.Advance(TimeSpan.FromSeconds(2));
        await first;
        _time.Advance(TimeSpan.FromSeconds(1));
        Return(61);
        _time.Advance(TimeSpan.FromSeconds(1));
        await second;
        page.Beat("h10", 62);

        await UntilAsync(() => Bpm.Count == 3);
        Assert.DoesNotContain(States, state => state.State is SensorState.Lost);
        Assert.True(_backend.IsHeld("web:h10"));

        void Return(int heartRateBpm)
        {
            page.Open();
            page.Announce("h10", connected: true);
            page.Beat("h10", heartRateBpm);
        }
    }

    [Fact]
    public void The_newest_pages_are_remembered_and_open_ones_always()
    {
        var open = new ScriptedPage(_backend, _time, "open").Open().Page;
        var closed = Enumerable.Range(0, BrowserBackend.MostPages).Select(i =>
        {
            var page = new ScriptedPage(_backend, _time, $"{i}").Open();
            _ = page.Break();
            return page.Page;
        }).ToList();

        Assert.Same(closed[^1], _backend.Opened(closed[^1].Id, _ => { }));
        Assert.Same(open, _backend.Opened("open", _ => { }));
        Assert.NotSame(closed[0], _backend.Opened("0", _ => { }));
    }

    [Fact]
    public async Task A_page_that_was_loaded_anew_takes_over_at_once()
    {
        var page = await ConnectedAsync();
        page.Beat("h10", 60);
        _ = page.Break();

        var anew = new ScriptedPage(_backend, _time, "another").Open();
        Obey(anew);
        anew.Announce("h10");
        await UntilAsync(() => anew.Heard.Any(message => message.Kind == "connect") && States.Count(state => state.State is SensorState.Connected) == 2);
        anew.Beat("h10", 61);

        await UntilAsync(() => Bpm.Count == 2);
    }

    [Fact]
    public async Task Of_two_pages_the_one_that_holds_the_strap_is_heard()
    {
        var page = await ConnectedAsync();
        var second = new ScriptedPage(_backend, _time, "second").Open();
        second.Announce("h10");

        second.Beat("h10", 99);
        page.Beat("h10", 60);

        await UntilAsync(() => Bpm.Count == 1);
        Assert.Equal([60], Bpm);
        Assert.DoesNotContain(second.Heard, message => message.Kind == "connect");
    }

    [Fact]
    public async Task A_strap_that_nobody_wants_any_longer_is_let_go()
    {
        var page = await ConnectedAsync();

        await _sensors[0].DisposeAsync();

        await UntilAsync(() => page.Heard.Any(message => message.Kind == "disconnect"));
        page.Announce("h10", connected: true);
        await UntilAsync(() => page.Heard.Count(message => message.Kind == "disconnect") == 2);
    }

    [Theory]
    [InlineData("NetworkError", "does not answer")]
    [InlineData("NotFoundError", "no heart rate service")]
    [InlineData("SecurityError", "press Reconnect")]
    [InlineData(null, "It tries again")]
    public async Task What_the_browser_says_becomes_a_sentence(string? error, string says)
    {
        var page = new ScriptedPage(_backend, _time).Open();
        page.Answer = message =>
        {
            if (message.Kind == "connect")
                page.Send(new RadioMessage { Kind = "failed", Device = "h10", Error = error });
        };
        page.Announce("h10");
        Read();

        await UntilAsync(() => States.Any(state => state.Detail?.Contains(says, StringComparison.Ordinal) is true));
    }

    [Fact]
    public async Task A_strap_is_in_range_while_an_open_page_has_it()
    {
        var seen = new List<SensorSighting>();
        using var stop = new CancellationTokenSource();
        var scanning = Task.Run(async () =>
        {
            await foreach (var sighting in _backend.ScanAsync(stop.Token))
            {
                lock (seen)
                    seen.Add(sighting);
            }
        }, TestContext.Current.CancellationToken);
        var page = new ScriptedPage(_backend, _time).Open();
        page.Announce("h10");
        await UntilAsync(() => Seen() is { Id: "web:h10", Name: "Polar H10", IsInRange: true });

        _ = page.Break();

        await UntilAsync(() => Seen() is { Id: "web:h10", IsInRange: false });
        await stop.CancelAsync();
        await scanning;

        SensorSighting? Seen()
        {
            lock (seen)
                return seen.LastOrDefault();
        }
    }

    [Theory]
    [InlineData("web:")]
    [InlineData("web:a b")]
    [InlineData("bluez:AA")]
    public void Only_its_own_identities_are_opened(string id) => Assert.Throws<SensorException>(() => _backend.Open(id));

    [Fact]
    public void A_hidden_and_a_slowed_tab_are_told()
    {
        var page = new ScriptedPage(_backend, _time).Open();
        page.Announce("h10");
        Read();
        page.Tell("connected", "h10");
        page.Send(new RadioMessage { Kind = "tab", Hidden = true, LateMs = 0 });

        Assert.True(page.Page.IsHidden);
        page.Send(new RadioMessage { Kind = "tab", LateMs = 5000 });
        Assert.True(page.Page.IsSlowed);
        page.Send(new RadioMessage { Kind = "tab", Hidden = false, LateMs = 0 });
        Assert.False(page.Page.IsSlowed || page.Page.IsHidden);
    }

    private List<int> Bpm
    {
        get
        {
            lock (_events)
                return [.. _events.OfType<NotificationEvent>().Select(notification => HeartRateMeasurement.Decode(notification.Bytes.Span).HeartRateBpm!.Value)];
        }
    }

    private List<SensorStateEvent> States
    {
        get
        {
            lock (_events)
                return [.. _events.OfType<SensorStateEvent>()];
        }
    }

    private static void Obey(ScriptedPage page) => page.Answer = message =>
    {
        if (message.Kind == "connect")
            page.Tell("connected", message.Device!);
    };

    private async Task<ScriptedPage> ConnectedAsync()
    {
        var page = new ScriptedPage(_backend, _time).Open();
        Obey(page);
        page.Announce("h10");
        Read();
        await UntilAsync(() => States.Any(state => state.State is SensorState.Connected));
        return page;
    }

    private void Read()
    {
        var sensor = _backend.Open("web:h10", "Polar H10");
        _sensors.Add(sensor);
        _ = Task.Run(async () =>
        {
            await foreach (var sensorEvent in sensor.ReadAsync(CancellationToken.None))
            {
                lock (_events)
                    _events.Add(sensorEvent);
            }
        });
    }

    private Task AdvanceUntilAsync(Func<bool> condition) => UntilAsync(() =>
    {
        _time.Advance(TimeSpan.FromMilliseconds(250));
        return condition();
    });

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        while (!condition())
            await Task.Delay(5, patience.Token);
    }
}
