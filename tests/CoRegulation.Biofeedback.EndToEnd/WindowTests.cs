using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CoRegulation.Biofeedback.Sessions.Engine;
using CoRegulation.Biofeedback.Sessions.Recording;
using CoRegulation.Biofeedback.Sessions.Snapshots;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoRegulation.Biofeedback.EndToEnd;

/// <summary>The plot window as people meet it: the program as a process, the page in Chromium, found by role and words.</summary>
public sealed partial class WindowTests(Chromium chromium)
{
    private static readonly BrowserNewContextOptions Laptop = new() { ViewportSize = new() { Width = 1366, Height = 768 } };

    [Fact]
    public async Task The_values_on_the_page_are_the_engines()
    {
        await using var window = await OpenAsync("settling");
        await window.HoldAtAsync(200);

        var snapshot = EngineAt("settling", 200);
        var (a, b) = (snapshot.People[0], snapshot.People[1]);
        await Expect(window.Card("Ana").GetByLabel("heart rate")).ToHaveTextAsync(Rounded(a.HeartRateBpm.Value));
        await Expect(window.Card("Ben").GetByLabel("heart rate")).ToHaveTextAsync(Rounded(b.HeartRateBpm.Value));
        await Expect(window.Card("Ana").GetByLabel("RMSSD")).ToHaveTextAsync(Rounded(a.RmssdMs.Value));
        var pair = window.Card("Between Ana and Ben");
        await Expect(pair.GetByLabel("distance")).ToHaveTextAsync(Rounded(snapshot.Dyad!.DistanceBpm.Value));
        await Expect(pair.GetByRole(AriaRole.Status)).ToHaveTextAsync(snapshot.Dyad.Convergence.ToString()!.ToLowerInvariant());
        await Expect(window.Page.GetByLabel("session time")).ToHaveTextAsync("3:20");
    }

    [Fact]
    public async Task Strips_move_while_it_plays_and_hold_in_a_pause()
    {
        await using var window = await OpenAsync("settling");
        await window.PostAsync(new { action = "jump", positionS = 150 });
        var strip = window.Page.GetByRole(AriaRole.Img, new() { Name = "Heart rates, drawn over time" });
        // It plays on while the page is asked: any time from there on will do.
        await Expect(window.Page.GetByLabel("session time")).ToHaveTextAsync(FromHalfPastTwo());

        var before = await strip.ScreenshotAsync();
        await Patience.UntilAsync(async () => await strip.ScreenshotAsync() is var now && !now.SequenceEqual(before));

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "pause" }).ClickAsync();
        await Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "play" })).ToBeVisibleAsync();
        await window.StandsStillAsync();
        var held = await strip.ScreenshotAsync();
        await window.FramesAsync(60);
        Assert.Equal(held, await strip.ScreenshotAsync());
    }

    [Fact]
    public async Task Space_pauses_and_plays_and_arrows_jump()
    {
        await using var window = await OpenAsync("settling");
        await window.HoldAtAsync(100);

        await window.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(window.Page.GetByLabel("session time")).ToHaveTextAsync("1:50");
        await window.Page.Keyboard.PressAsync("Space");
        await Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "pause" })).ToBeVisibleAsync();
        await window.Page.Keyboard.PressAsync("Space");
        await Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "play" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_position_of_the_whole_session_jumps()
    {
        await using var window = await OpenAsync("settling");
        await window.HoldAtAsync(10);

        await window.Page.GetByRole(AriaRole.Slider, new() { Name = "position in the session" }).FillAsync("240");

        await Expect(window.Page.GetByLabel("session time")).ToHaveTextAsync("4:00");
        await Expect(window.Card("Ana").GetByLabel("heart rate")).ToHaveTextAsync(Rounded(EngineAt("settling", 240).People[0].HeartRateBpm.Value));
    }

    [Fact]
    public async Task A_second_window_shows_the_same()
    {
        await using var window = await OpenAsync("settling");
        var second = await chromium.NewPageAsync(Laptop);
        await second.GotoAsync(window.Url.AbsoluteUri);
        await window.HoldAtAsync(222);

        foreach (var name in new[] { "heart rate", "RMSSD" })
        {
            var value = await window.Card("Ana").GetByLabel(name).TextContentAsync();
            await Expect(second.GetByRole(AriaRole.Region, new() { Name = "Ana", Exact = true }).GetByLabel(name)).ToHaveTextAsync(value!);
        }

        await Expect(second.GetByLabel("session time")).ToHaveTextAsync("3:42");
        await second.Context.CloseAsync();
        await second.Context.CloseAsync();
    }

    [Fact]
    public async Task When_a_strap_is_lost_its_card_says_so_and_shows_no_number()
    {
        var snapshots = Engine("strap-trouble");
        var lost = snapshots.First(snapshot => snapshot.People[0].Signal is Signal.Lost && snapshot.People[1].HeartRateBpm.Value is not null);
        await using var window = await OpenAsync("strap-trouble");
        await window.HoldAtAsync(lost.TimeS);

        await Expect(window.Card("Ida").GetByRole(AriaRole.Status)).ToHaveTextAsync("signal lost");
        await Expect(window.Card("Ida").GetByLabel("heart rate")).ToHaveTextAsync("–");
        await Expect(window.Card("Between Ida and Karl").GetByLabel("distance")).ToHaveTextAsync("–");
        await Expect(window.Card("Karl").GetByLabel("heart rate")).ToHaveTextAsync(Rounded(lost.People[1].HeartRateBpm.Value));
    }

    [Fact]
    public async Task When_the_program_is_gone_the_page_says_so_and_shows_no_number()
    {
        await using var window = await OpenAsync("settling");
        await window.HoldAtAsync(100);
        await Expect(window.Card("Ana").GetByLabel("heart rate")).Not.ToHaveTextAsync("–");

        await window.EndProgramAsync();

        await Expect(window.Page.GetByText("The program does not answer")).ToBeVisibleAsync();
        await Expect(window.Card("Ana").GetByLabel("heart rate")).ToHaveTextAsync("–");
        await Expect(window.Card("Ana").GetByRole(AriaRole.Status)).ToHaveTextAsync("stale");
    }

    [Fact]
    public async Task One_person_sees_no_panel_of_a_pair()
    {
        await using var window = await OpenAsync("solo");
        await window.HoldAtAsync(60);

        await Expect(window.Card("Greta").GetByLabel("heart rate")).Not.ToHaveTextAsync("–");
        await Expect(window.Page.GetByText("bpm apart")).ToHaveCountAsync(0);
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "Moving together" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_simple_view_shows_large_numbers_and_one_picture()
    {
        await using var window = await OpenAsync("settling");
        await window.HoldAtAsync(200);

        await window.Page.Keyboard.PressAsync("s");

        await Expect(window.Card("Ana").GetByLabel("heart rate")).ToHaveCSSAsync("font-size", "64px");
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "Lag by time" })).ToBeHiddenAsync();
        await Expect(window.Page.GetByText("The space between is how far apart they are")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_view_of_each_person_shows_their_rhythms_in_place_of_the_pair()
    {
        await using var window = await OpenAsync("strap-trouble");
        await window.HoldAtAsync(212);
        await Expect(window.Page.GetByRole(AriaRole.Img, new() { Name = "Intervals from beat to beat" })).ToHaveCountAsync(0);

        await window.Page.GetByRole(AriaRole.Radio, new() { Name = "Each person" }).ClickAsync();

        await Expect(window.Page.GetByRole(AriaRole.Img, new() { Name = "Intervals from beat to beat" })).ToHaveCountAsync(2);
        await Expect(window.Page.GetByRole(AriaRole.Img, new() { Name = "How fast the intervals" })).ToHaveCountAsync(2);
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "Lag by time" })).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_view_of_the_two_says_in_words_what_its_figures_show()
    {
        await using var window = await OpenAsync("settling");
        await window.HoldAtAsync(400);
        await Expect(window.Page.GetByText("Who stays steady")).ToBeHiddenAsync();

        await window.Page.GetByRole(AriaRole.Radio, new() { Name = "The two" }).ClickAsync();

        var snapshot = EngineAt("settling", 400).Dyad!;
        var said = window.Page.GetByRole(AriaRole.Region, new() { Name = "in words" });
        await Expect(said).ToContainTextAsync($"{snapshot.Convergence}: {Rounded(snapshot.DistanceBpm.Value)} bpm apart");
        await Expect(said).ToContainTextAsync("Who stays steady");
        await Expect(said).ToContainTextAsync("Who moves first");
        await Expect(window.Page.GetByRole(AriaRole.Img, new() { Name = "Distance between the two heart rates" })).ToBeVisibleAsync();
        await Expect(window.Page.GetByRole(AriaRole.Img, new() { Name = "and what strangers reach" })).ToBeVisibleAsync();
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task An_episode_says_how_high_and_how_long_since_its_peak()
    {
        var episode = Engine("therapist-anchor").First(snapshot => snapshot.People[0].Episode.Current is { SincePeakS: > 30, HasReturned: false });
        await using var window = await OpenAsync("therapist-anchor");

        await window.HoldAtAsync(episode.TimeS);

        await Expect(window.Card("Clara")).ToContainTextAsync(new Regex(@"\d+ bpm above own baseline, 30 s since its peak"));
        await Expect(window.Card("Daniel")).Not.ToContainTextAsync("since its peak");
    }

    // The control: nobody may be told more than strangers deserve.
    [Fact]
    public async Task Two_strangers_are_not_said_to_move_together()
    {
        await using var window = await OpenAsync("uncoupled");

        foreach (var timeS in (double[])[120, 360, 590])
        {
            await window.HoldAtAsync(timeS);
            await Expect(window.Card("Between Eva and Finn")).ToContainTextAsync(new Regex("together: not (yet known|beyond chance)"));
            await Expect(window.Card("Between Eva and Finn")).ToContainTextAsync("exploratory: r");
        }
    }

    [Theory]
    [InlineData("settling", null, "light")]
    [InlineData("settling", "s", "dark")]
    [InlineData("settling", "p", "light")]
    [InlineData("settling", "t", "light")]
    [InlineData("uncoupled", "t", "dark")]
    [InlineData("strap-trouble", null, "dark")]
    [InlineData("solo", null, "light")]
    public async Task The_page_is_accessible(string sample, string? viewKey, string theme)
    {
        await using var window = await OpenAsync(sample);
        await window.HoldAtAsync(212);
        await window.Page.EmulateMediaAsync(new() { ColorScheme = theme == "dark" ? ColorScheme.Dark : ColorScheme.Light });
        if (viewKey is not null)
            await window.Page.Keyboard.PressAsync(viewKey);

        var result = await window.Page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice") });

        Assert.Empty(result.Violations.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
    }

    [Theory]
    [InlineData("strap-trouble", null, 1366, 768)]
    [InlineData("strap-trouble", null, 1920, 1080)]
    [InlineData("strap-trouble", null, 1024, 768)]
    [InlineData("strap-trouble", "t", 1366, 768)]
    [InlineData("strap-trouble", "t", 1024, 768)]
    [InlineData("strap-trouble", "p", 1366, 768)]
    [InlineData("strap-trouble", "p", 1024, 768)]
    [InlineData("solo", null, 1366, 768)]
    public async Task Everything_fits_the_screen_and_nothing_moves_when_numbers_come_and_go(string sample, string? viewKey, int width, int height)
    {
        await using var window = await OpenAsync(sample, new() { ViewportSize = new() { Width = width, Height = height } });
        if (viewKey is not null)
            await window.Page.Keyboard.PressAsync(viewKey);
        await window.HoldAtAsync(100);
        var before = await LayoutAsync();
        await window.HoldAtAsync(212);

        Assert.Equal(before, await LayoutAsync());
        Assert.Equal((height, width), (await window.Page.EvaluateAsync<int>("document.documentElement.scrollHeight"), await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")));

        Task<string> LayoutAsync() => window.Page.EvaluateAsync<string>(
            "JSON.stringify([...document.querySelectorAll('section, h2, .big, .strip, .sentence')].map(e => { const r = e.getBoundingClientRect(); return [r.x, r.y, r.width, r.height].map(Math.round); }))");
    }

    [Fact]
    public async Task In_a_live_session_keys_set_markers_and_phases_but_not_while_typing()
    {
        var (coreg, url) = await Coreg.StartWindowAsync("simulate", "--scenario", "settling");
        await using var window = await WindowPage.OpenAsync(coreg, url, await chromium.NewPageAsync(Laptop));

        await window.Page.Keyboard.PressAsync("r");
        await Expect(window.Page.Locator("header").GetByText("recovery", new() { Exact = true })).ToBeVisibleAsync();
        await window.Page.Keyboard.PressAsync("m");
        await window.Page.GetByLabel("What happened?").PressSequentiallyAsync("b1");
        await window.Page.Keyboard.PressAsync("Enter");
        await Expect(window.Page.GetByText("b1", new() { Exact = true })).ToBeVisibleAsync();
        await window.Page.Keyboard.PressAsync("1");
        await Expect(window.Page.GetByText("touch", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(window.Page.Locator("header").GetByText("recovery", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_first_frame_comes_without_errors_and_the_script_time_of_frames_is_told()
    {
        await using var window = await OpenAsync("settling", script:
            "window.frames_ = []; const ask = requestAnimationFrame; window.requestAnimationFrame = f => ask(t => { const s = performance.now(); f(t); frames_.push(performance.now() - s); });");
        await window.PostAsync(new { action = "jump", positionS = 590 });
        await window.Page.GetByRole(AriaRole.Radio, new() { Name = "60 min" }).CheckAsync();
        await window.PostAsync(new { action = "speed", speed = 0.5 });
        await window.FramesAsync(120);

        var times = JsonSerializer.Deserialize<double[]>(await window.Page.EvaluateAsync<string>("JSON.stringify(frames_)"))!.Where(ms => ms > 0.2).Order().ToArray();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"script a frame: median {times[times.Length / 2]:0.0} ms of {times.Length} frames"));
        Assert.Empty(window.Complaints);
    }

    private async Task<WindowPage> OpenAsync(string sample, BrowserNewContextOptions? options = null, string? script = null)
    {
        var page = await chromium.NewPageAsync(options ?? Laptop);
        if (script is not null)
            await page.AddInitScriptAsync(script);
        var (coreg, url) = await Coreg.StartWindowAsync("replay", Repository.Sample(sample));
        return await WindowPage.OpenAsync(coreg, url, page);
    }

    private static Snapshot EngineAt(string sample, double timeS) => Engine(sample)[(int)(timeS * Snapshot.PerSecond)];

    private static List<Snapshot> Engine(string sample)
    {
        var recording = RecordingReader.Read(Repository.Sample(sample));
        var engine = new SessionEngine(recording.Header);
        var snapshots = new List<Snapshot>();
        foreach (var fact in recording.Facts)
        {
            // Snapshot k uses what arrived at or before k/4 s.
            while (engine.NextTimeS < fact.TimeS)
                snapshots.Add(engine.Next());
            engine.Accept(fact);
        }

        snapshots.Add(engine.Next());
        return snapshots;
    }

    [GeneratedRegex(@"^(2:[3-5]\d|[3-9]:\d\d|10:\d\d)$")]
    private static partial Regex FromHalfPastTwo();

    private static string Rounded(double? value) =>
        Math.Round(value ?? throw new InvalidOperationException("The engine has no number here."), MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture);
}
