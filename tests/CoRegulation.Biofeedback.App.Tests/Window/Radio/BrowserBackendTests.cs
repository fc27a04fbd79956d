using CoRegulation.Biofeedback.App.Window.Radio;
using CoRegulation.Biofeedback.App.Window.Words;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.Connecting;
using CoRegulation.Biofeedback.Sensors.Gatt;
using CoRegulation.Biofeedback.Sensors.Tests.Connecting;

namespace CoRegulation.Biofeedback.App.Tests.Window.Radio;

public sealed class BrowserBackendTests : IAsyncDisposable
{
    private static readonly TimeSpan LongestPause = new StrapSensorOptions().LongestPause;

    private readonly SteppedTime _time = new();
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
        page.Beat("h10", 61, agoMs: 1000);

        page.Open();
        page.Announce("h10", connected: true);
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
        await GoneAsync(closing);
        page.Beat("h10", 61);

        page.Open();
        page.Announce("h10", connected: true);

        await PauseUntilAsync(() => Bpm.Count == 2);
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
        await GoneAsync(closing);
        var heard = _time.GetTimestamp();
        page.Beat("h10", 61);
        _time.Advance(TimeSpan.FromSeconds(30));
        await PausingAsync();

        using (_time.Hold())
        {
            page.Open();
            page.Announce("h10", connected: true);
            page.Send(taken); // that it was taken did not get through
        }

        await UntilAsync(() => Bpm.Contains(61));
        Assert.Equal([60, 61], Bpm);
        Assert.Equal(0, _time.GetElapsedTime(heard, _events.OfType<NotificationEvent>().Last().ArrivalTimestamp).TotalMilliseconds, 1);
    }

    [Fact]
    public async Task What_waited_in_a_page_bears_its_own_time_in_a_service_that_does_not_know_the_page()
    {
        var page = await ConnectedAsync();
        _ = page.Break();
        await using var another = new BrowserBackend(_time);
        await _sensors[0].DisposeAsync();
        Read(another);
        await UntilAsync(() => States.Any(state => state.State is SensorState.Lost));
        _time.Advance(TimeSpan.FromSeconds(1));
        page.Beat("h10", 61);
        _time.Advance(TimeSpan.FromSeconds(1.5));
        page.Beat("h10", 62);
        _time.Advance(TimeSpan.FromSeconds(30));
        await PausingAsync();

        using (_time.Hold())
        {
            page.Open(another);
            page.Announce("h10", connected: true);
            page.Beat("h10", 63);
        }

        await UntilAsync(() => Bpm.Count == 3);
        Assert.Equal([61, 62, 63], Bpm);
        Assert.Equal([1.5, 30], Apart());
    }

    [Fact]
    public async Task A_page_whose_clock_makes_a_step_says_so_and_its_beats_bear_the_time_at_which_it_heard_them()
    {
        var page = await ConnectedAsync();
        page.Beat("h10", 60);
        _time.Advance(TimeSpan.FromSeconds(1));

        page.Step(-60_000);
        page.Beat("h10", 61);
        _time.Advance(TimeSpan.FromSeconds(2));
        page.Beat("h10", 62);

        await UntilAsync(() => Bpm.Count == 3);
        Assert.Equal([1, 2], Apart());
    }

    [Fact]
    public async Task Nothing_is_taken_between_a_step_and_the_answer_that_tells_the_time_again()
    {
        var page = await ConnectedAsync();
        page.Freeze();
        page.Step(-60_000);
        var tooSoon = page.Beat("h10", 60);
        page.Send(tooSoon); // on its way when the step was noticed
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(Bpm);

        page.Thaw();

        await UntilAsync(() => Bpm.Count == 1);
        Assert.Equal(1000, AgoMs(_events.OfType<NotificationEvent>().Single()), 1);
    }

    [Fact]
    public async Task A_page_that_thaws_is_asked_for_its_time_before_what_waited_is_taken()
    {
        var page = await ConnectedAsync();
        var closing = page.Break();
        page.Freeze();
        page.Open();
        page.Announce("h10", connected: true);
        page.Beat("h10", 60);
        await UntilAsleepAsync(page);
        await closing;
        _time.Advance(TimeSpan.FromMinutes(1));

        page.Thaw();
        page.Beat("h10", 61);

        await UntilAsync(() => Bpm.Count == 2);
        Assert.Equal([60, 61], Bpm);
        Assert.Equal((0, 0), (_backend.Status.ClockErrorMs, AgoMs(_events.OfType<NotificationEvent>().Last())));
    }

    [Fact]
    public async Task A_page_that_was_frozen_for_long_keeps_its_strap_and_tells_what_came_when_it_thaws()
    {
        var page = await ConnectedAsync();
        page.Beat("h10", 60);
        await UntilAsync(() => Bpm.Count == 1);
        page.Freeze();
        await UntilAsleepAsync(page);
        await PausingAsync();

        // The clock stands: it is connected because the page speaks, not because a pause is over.
        page.Thaw();
        page.Beat("h10", 61);

        await UntilAsync(() => Bpm.Count == 2 && States.Last().State is SensorState.Connected);
        Assert.DoesNotContain(page.Heard, message => message.Kind == "disconnect");
        Assert.Single(page.Heard, message => message.Kind == "connect");
    }

    [Fact]
    public async Task A_page_that_does_not_tell_its_time_is_heard_after_a_while_with_the_time_of_arrival_and_that_is_told()
    {
        var page = new ScriptedPage(_backend, _time) { TellsTime = false }.Open();
        Obey(page);
        page.Announce("h10");
        Read();
        await UntilAsync(() => page.Heard.Any(message => message.Kind == "connect"));
        page.Beat("h10", 60, agoMs: 1000);
        Assert.DoesNotContain(page.Heard, message => message.Kind == "ready");

        for (var i = 0; i < BrowserPage.MostUnanswered; i++)
            _backend.Ask(page.Page);
        page.Announce("h10");

        await UntilAsync(() => Bpm.Count == 1 && _backend.Status.IsUntimed);
        Assert.Equal(0, AgoMs(_events.OfType<NotificationEvent>().Single()), 1);
        Assert.True(BrowserWords.From(_backend.Status) is { Attention: true, ClockErrorMs: null } words && words.Text.Contains("does not tell its time", StringComparison.Ordinal));
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
        var closed = Enumerable.Range(0, BrowserPages.Most).Select(i =>
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
    public async Task A_page_that_comes_back_after_another_took_over_lets_its_link_go()
    {
        var page = await ConnectedAsync();
        var closing = page.Break();
        var second = new ScriptedPage(_backend, _time, "second").Open();
        Obey(second);
        second.Announce("h10");
        await PauseUntilAsync(() => _backend.Holds(second.Page));
        _time.Advance(BrowserBackend.Grace);
        await closing;

        page.Open();
        page.Announce("h10", connected: true);
        second.Beat("h10", 60);

        await UntilAsync(() => Bpm.Count == 1);
        Assert.Single(page.Heard, message => message.Kind == "disconnect");
        Assert.DoesNotContain(second.Heard, message => message.Kind == "disconnect");
    }

    [Fact]
    public async Task A_page_goes_on_listening_for_a_strap_that_is_lost_until_nobody_wants_it()
    {
        var page = await ConnectedAsync();
        page.Answer = message =>
        {
            if (message.Kind == "connect")
                page.Tell("failed", "h10");
        };

        page.Tell("lost", "h10");
        await PauseUntilAsync(() => page.Heard.Count(message => message.Kind == "connect") >= 3);
        Assert.DoesNotContain(page.Heard, message => message.Kind == "disconnect");

        await _sensors[0].DisposeAsync();
        await UntilAsync(() => page.Heard.Any(message => message.Kind == "disconnect"));
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

    private double AgoMs(SensorEvent sensorEvent) => _time.GetElapsedTime(sensorEvent.ArrivalTimestamp).TotalMilliseconds;

    /// <summary>From each message to the next, s.</summary>
    private IEnumerable<double> Apart()
    {
        lock (_events)
        {
            var times = _events.OfType<NotificationEvent>().Select(notification => notification.ArrivalTimestamp).ToList();
            return [.. times.Zip(times.Skip(1), (one, next) => Math.Round(_time.GetElapsedTime(one, next).TotalSeconds, 3))];
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

    private void Read(BrowserBackend? backend = null)
    {
        var sensor = (backend ?? _backend).Open("web:h10", "Polar H10");
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

    /// <summary>The page's socket does not come back in time; the sensor has let go of it, and tries again.</summary>
    private async Task GoneAsync(Task closing)
    {
        _time.Advance(BrowserBackend.Grace);
        await closing;
        await UntilAsync(() => States.Any(state => state.State is SensorState.Lost));
        await PausingAsync();
    }

    /// <summary>Waits until the sensor makes a pause between two tries; it is woken when its strap is seen.</summary>
    private async Task PausingAsync() => await _time.NextAsync(LongestPause);

    // It is asked for its time as the endpoint asks, every 2 s, while the sensor waits for a beat.
    private async Task UntilAsleepAsync(ScriptedPage page)
    {
        for (var question = 0; question < BrowserPage.MostUnanswered; question++)
        {
            _backend.Ask(page.Page);
            _time.Advance(TimeSpan.FromSeconds(2));
        }

        await PauseUntilAsync(() => States.Any(state => state.Detail?.Contains("Bring it to the front", StringComparison.Ordinal) is true));
    }

    // Only the sensors' pauses between two tries pass, each when a sensor makes it: nothing else is short enough to fall due.
    private Task PauseUntilAsync(Func<bool> condition) => _time.StepUntilAsync(condition, LongestPause);

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        while (!condition())
            await Task.Delay(5, patience.Token);
    }
}
