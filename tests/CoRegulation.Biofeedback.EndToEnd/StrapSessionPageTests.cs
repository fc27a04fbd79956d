using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoRegulation.Biofeedback.EndToEnd;

/// <summary>The page of a session of straps: what it says where a strap or the radio gives nothing.</summary>
public sealed class StrapSessionPageTests(Chromium chromium)
{
    [Fact]
    public async Task In_a_session_a_radio_that_is_switched_off_is_told_of_until_it_is_back()
    {
        await using var peer = await BluezPeer.StartAsync();
        await using var live = await LiveProgram.StartAsync(peer.BusAddress, "live");
        var page = await StrapsPage.OpenAsync(chromium, live, StrapsPage.Laptop);
        await StrapsPage.StartAsync(page);
        var trouble = page.GetByRole(AriaRole.Status, new() { Name = "straps" });
        await Expect(trouble).ToBeHiddenAsync();

        await peer.TellAsync("adapter off");
        await Expect(trouble).ToContainTextAsync("Person A: The Bluetooth adapter is switched off. Switch it on");
        await peer.TellAsync("adapter on");
        await Expect(trouble).ToBeHiddenAsync();
        Assert.Empty(live.Complaints);
    }

    [Fact]
    public async Task A_strap_that_is_connected_and_sends_nothing_is_told_of_with_what_to_do()
    {
        await using var peer = await BluezPeer.StartAsync();
        await using var live = await LiveProgram.StartAsync(peer.BusAddress, "live");
        var page = await StrapsPage.OpenAsync(chromium, live, StrapsPage.Laptop);
        await peer.TellAsync("silent 1 on");
        await StrapsPage.Strap(page, "A", "EE:01").ClickAsync();

        await Expect(StrapsPage.Place(page, "A").GetByText("nothing comes from it")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Start with one person" }).ClickAsync();
        var trouble = page.GetByRole(AriaRole.Status, new() { Name = "straps" });
        await Expect(trouble).ToContainTextAsync("Person A: It is connected, but nothing comes from it. Wet the electrodes");
        await peer.TellAsync("silent 1 off");
        await Expect(trouble).ToBeHiddenAsync();
        await Expect(page.GetByLabel("heart rate", new() { Exact = true })).ToHaveTextAsync(StrapsPage.Number);
    }

    [Fact]
    public async Task What_a_strap_cannot_give_is_said_and_not_waited_for()
    {
        await using var peer = await BluezPeer.StartAsync();
        await using var live = await LiveProgram.StartAsync(peer.BusAddress, "live");
        var page = await StrapsPage.OpenAsync(chromium, live, StrapsPage.Laptop);
        await peer.TellAsync("send 1 off");
        await StrapsPage.Strap(page, "A", "EE:01").ClickAsync();
        await Expect(StrapsPage.Place(page, "A").GetByText("battery")).ToBeVisibleAsync(); // the list of the other moves no more
        await StrapsPage.Strap(page, "B", "EE:02").ClickAsync();
        await Expect(page.GetByLabel("heart rate of person B")).ToHaveTextAsync(StrapsPage.Number);
        await page.GetByRole(AriaRole.Button, new() { Name = "Start with both" }).ClickAsync();
        var card = page.GetByRole(AriaRole.Region, new() { Name = "Person A", Exact = true });

        // 76 bpm on the skin and no interval; then 255 bpm, which is all that fits into the field.
        await SayUntilAsync(peer, "064c", async () =>
        {
            await Expect(card.GetByText("no times between beats")).ToBeVisibleAsync();
            await Expect(card.GetByLabel("heart rate")).ToHaveTextAsync("76");
            await Expect(page.GetByText("together: no verdict")).ToBeVisibleAsync();
        });
        await SayUntilAsync(peer, "06ff", async () =>
        {
            await Expect(card.GetByText("255 bpm cannot be")).ToBeVisibleAsync();
            await Expect(card.GetByLabel("heart rate")).ToHaveTextAsync("–");
            await Expect(page.GetByLabel("distance", new() { Exact = true })).ToHaveTextAsync("–");
        });
    }

    [Fact]
    public async Task A_page_that_has_heard_nothing_claims_nothing()
    {
        await using var peer = await BluezPeer.StartAsync();
        await using var live = await LiveProgram.StartAsync(peer.BusAddress, "live");
        await StrapsPage.StartAsync(await StrapsPage.OpenAsync(chromium, live, StrapsPage.Laptop));
        var page = await chromium.NewPageAsync(StrapsPage.Laptop);
        live.Watch(page);
        var asked = new TaskCompletionSource();
        var held = new TaskCompletionSource();
        await page.RouteAsync("**/api/live/stream", async route =>
        {
            asked.TrySetResult();
            await held.Task;
            await route.ContinueAsync();
        });
        // By its own clock the page waits for two seconds, however long it takes here: after four it would say that the program is gone.
        var loaded = new DateTime(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc);
        await page.Clock.InstallAsync(new() { TimeDate = loaded });
        await page.Clock.PauseAtAsync(loaded.AddHours(1));
        await page.GotoAsync(live.Url.AbsoluteUri);
        await asked.Task.WaitAsync(Patience.Time, TestContext.Current.CancellationToken);
        await page.Clock.RunForAsync(2000); // its frames come by that clock, too

        var card = page.GetByRole(AriaRole.Region, new() { Name = "Person A", Exact = true });
        await Expect(card.GetByRole(AriaRole.Status)).ToHaveTextAsync("");
        await Expect(page.GetByLabel("session time")).ToHaveTextAsync("–");
        await Expect(card.GetByLabel("heart rate")).ToHaveTextAsync("–");
        await page.Clock.ResumeAsync();
        held.SetResult();
        await Expect(page.GetByLabel("session time")).ToHaveTextAsync(new Regex("^\\d+:\\d\\d$"));
    }

    [Theory]
    [InlineData(1280, 800)]
    [InlineData(1600, 900)]
    [InlineData(390, 844)]
    public async Task No_line_of_a_card_is_cut_whatever_stands_in_it(int width, int height)
    {
        await using var peer = await BluezPeer.StartAsync();
        await using var live = await LiveProgram.StartAsync(peer.BusAddress, "live");
        var page = await StrapsPage.OpenAsync(chromium, live, new() { ViewportSize = new() { Width = width, Height = height } });
        await StrapsPage.Strap(page, "A", "EE:01").ClickAsync();
        await Expect(page.GetByLabel("heart rate of person A")).ToHaveTextAsync(StrapsPage.Number);
        await StrapsPage.Strap(page, "B", "EE:02").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Start with both" }).ClickAsync();
        await Expect(page.GetByLabel("heart rate", new() { Exact = true }).First).ToHaveTextAsync(StrapsPage.Number);

        // In one go, before the next snapshot writes its own words: the longest of each.
        Assert.Empty(await page.EvaluateAsync<string[]>("""
            () => {
              const longest = {
                rmssd: '138', rmssdNote: 'no times between beats', breathing: '14', battery: 'battery low, 12 %',
                baseline: '128 bpm above own baseline, 130 s since its peak', together: 'together: not yet known (next look at 12:30 min)',
              };
              for (const [name, words] of Object.entries(longest))
                for (const element of document.querySelectorAll(`.details [data-text=${name}]`)) element.textContent = words;
              return [...document.querySelectorAll('.details p')].filter(line => line.scrollWidth > line.clientWidth).map(line => line.textContent);
            }
            """));
    }

    /// <summary>A button that moves while it is pressed is not pressed: the browser sees the press at one place and the release at another.</summary>
    [Theory]
    [InlineData(1366, 768)]
    [InlineData(390, 844)]
    public async Task Nothing_moves_when_trouble_is_told_of(int width, int height)
    {
        using var folder = new TemporaryFolder();
        await using var peer = await BluezPeer.StartAsync();
        await using var live = await LiveProgram.StartAsync(peer.BusAddress, "live", "--record", folder.Path);
        var page = await StrapsPage.OpenAsync(chromium, live, new() { ViewportSize = new() { Width = width, Height = height } });
        await StrapsPage.StartAsync(page);
        await Expect(page.GetByLabel("heart rate", new() { Exact = true })).ToHaveTextAsync(StrapsPage.Number);

        Assert.Empty(await StrapsPage.MovedAsync(
            page,
            "button, .card, .panel",
            """
            put('#strap-trouble', 'Person A: Polar H10 1 does not answer. Wear it with wet electrodes, hold it nearer, and close whatever else may be connected to it (phone, watch).');
            put('#recording-trouble', 'Recording stopped: the disk is full. Make room, and it goes on by itself in a new part.');
            put('#notice', 'The program does not answer: it was closed, or has stopped.');
            """,
            before: """
            put('#reconnect');
            for (const button of document.querySelectorAll('#reconnect button')) button.hidden = false;
            """));
    }

    [Fact]
    public async Task What_is_said_of_the_recording_is_not_cut()
    {
        await using var peer = await BluezPeer.StartAsync();
        await using var live = await LiveProgram.StartAsync(peer.BusAddress, "live");
        var page = await StrapsPage.OpenAsync(chromium, live, StrapsPage.Laptop);
        await StrapsPage.StartAsync(page);

        Assert.True(await page.EvaluateAsync<bool>("""
            () => ['not recorded', 'recording', 'recording waits'].every(words => {
              const said = document.querySelector('#recording');
              said.textContent = words;
              said.dataset.state = 'attention'; // in bold
              return said.getBoundingClientRect().right <= said.parentElement.getBoundingClientRect().right + 1;
            })
            """));
    }

    /// <summary>Lets strap 1 send the same again and again until all has been seen that the page shall show of it: it shows no number of who says nothing.</summary>
    private static async Task SayUntilAsync(BluezPeer peer, string hex, Func<Task> see)
    {
        var seen = see();
        while (!seen.IsCompleted)
        {
            try
            {
                await peer.TellAsync($"notify 1 {hex}");
            }
            catch (InvalidOperationException refusal) when (refusal.Message.Contains("nobody is subscribed", StringComparison.Ordinal))
            {
                // Its link was taken to hang, since nothing had come for a while, and is just being made anew.
            }

            await Task.WhenAny(seen, Task.Delay(500));
        }

        await seen;
    }
}
