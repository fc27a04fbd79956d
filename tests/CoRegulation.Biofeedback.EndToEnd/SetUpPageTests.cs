using System.Text.RegularExpressions;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Recording;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoRegulation.Biofeedback.EndToEnd;

/// <summary>The page on which straps are chosen, as people meet it: straps of an <c>org.bluez</c> that stands in for BlueZ, the page in Chromium, found by role and words.</summary>
public sealed class SetUpPageTests(Chromium chromium)
{
    [Fact]
    public async Task Two_people_choose_by_keyboard_see_their_pulse_and_start()
    {
        using var folder = new TemporaryFolder();
        await using var peer = await BluezPeer.StartAsync("name=H10,rr=1000", "name=H10,rr=750,address=AA:BB:CC:DD:EE:02,battery=9");
        await using var live = await LiveProgram.StartAsync(peer.BusAddress, "live", "--record", folder.Path);
        var page = await StrapsPage.OpenAsync(chromium, live, StrapsPage.Laptop);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true })).ToBeDisabledAsync();
        await Expect(page.GetByText($"Will be recorded to {folder.Path}")).ToBeVisibleAsync();

        await page.GetByLabel("name of person A").PressSequentiallyAsync("Ana");
        await StrapsPage.Strap(page, "A", "EE:01").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("heart rate of person A")).ToHaveTextAsync(StrapsPage.Number);
        await Expect(StrapsPage.Place(page, "A").GetByRole(AriaRole.Button, new() { Name = "Another strap" })).ToBeFocusedAsync();
        await Expect(StrapsPage.Place(page, "A").GetByText("Is this yours?")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Start with one person" })).ToBeEnabledAsync();

        // The same strap for both is refused in words.
        await StrapsPage.Strap(page, "B", "EE:01").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Ana's already");
        await StrapsPage.Strap(page, "B", "EE:02").ClickAsync();
        await Expect(StrapsPage.Place(page, "B").GetByText("battery low, 9 %")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Swap straps" }).ClickAsync();
        await Expect(StrapsPage.Place(page, "A").GetByText("battery low, 9 %")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Start with both" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Ana", Exact = true }).GetByLabel("heart rate")).ToHaveTextAsync(StrapsPage.Number);
        await Expect(page.GetByText("recording", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByText(new Regex(@"recorded to .*\.coreg\.jsonl"))).ToBeVisibleAsync();
        Assert.Contains("409", Assert.Single(live.Complaints), StringComparison.Ordinal); // the refusal, which the browser notes, too
    }

    [Fact]
    public async Task Somebody_joins_a_session_that_goes_on_and_straps_are_swapped_in_it()
    {
        await using var peer = await BluezPeer.StartAsync();
        await using var live = await LiveProgram.StartAsync(peer.BusAddress, "live");
        var page = await StrapsPage.OpenAsync(chromium, live, StrapsPage.Laptop);
        await StrapsPage.Strap(page, "A", "EE:01").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Start with one person" }).ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Straps", Exact = true }).ClickAsync();
        await Expect(page.GetByText("not recorded", new() { Exact = true })).ToBeVisibleAsync();
        await page.GetByLabel("name of person B").FillAsync("Ben");
        await StrapsPage.Strap(page, "B", "EE:02").ClickAsync();
        await Expect(page.GetByLabel("heart rate of person B")).ToHaveTextAsync(StrapsPage.Number);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add to the session" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Between Person A and Ben", Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Ben", Exact = true }).GetByLabel("heart rate")).ToHaveTextAsync(StrapsPage.Number);
        await page.Keyboard.PressAsync("w");
        await page.GetByRole(AriaRole.Button, new() { Name = "Swap straps" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Region, new() { Name = "Ben" }).GetByText("EE:01").First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        Assert.Empty(live.Complaints);
    }

    [Fact]
    public async Task A_session_that_nobody_asked_to_record_is_recorded_from_its_start_by_a_key_and_ended_by_it()
    {
        await using var peer = await BluezPeer.StartAsync();
        await using var live = await LiveProgram.StartAsync(peer.BusAddress, "live");
        var page = await StrapsPage.OpenAsync(chromium, live, StrapsPage.Laptop);
        await StrapsPage.Strap(page, "A", "EE:01").ClickAsync();
        await page.GetByLabel("Record the session").CheckAsync();
        await Expect(page.GetByText($"Will be recorded to {live.Home}")).ToBeVisibleAsync();
        await page.GetByLabel("Record the session").UncheckAsync();
        await Expect(page.GetByText("Not recorded")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Start with one person" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Person A", Exact = true }).GetByLabel("heart rate", new() { Exact = true })).ToHaveTextAsync(StrapsPage.Number);
        await page.Keyboard.PressAsync("1"); // a marker, before anything is recorded

        await page.Keyboard.PressAsync("Space");

        await Expect(page.GetByText("recording", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Record", Exact = true })).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "End it now" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("The session has ended")).ToBeVisibleAsync();
        var recording = RecordingReader.Read(Assert.Single(Directory.GetFiles(Path.Combine(live.Home, "coreg"))));
        Assert.True(recording.Finished);
        var marker = Assert.Single(recording.Facts.OfType<MarkerFact>());
        Assert.Equal("touch", marker.Label);
        Assert.Contains(recording.Facts, fact => fact is NotificationFact && fact.TimeS < marker.TimeS); // that which gave the heart rate
        Assert.Empty(live.Complaints);
    }

    [Fact]
    public async Task A_radio_that_does_not_work_is_told_of_in_words()
    {
        await using var peer = await BluezPeer.StartAsync();
        await using var live = await LiveProgram.StartAsync(peer.BusAddress, "live");
        var page = await StrapsPage.OpenAsync(chromium, live, StrapsPage.Laptop);
        await Expect(StrapsPage.Strap(page, "A", "EE:01")).ToBeVisibleAsync();

        await peer.TellAsync("adapter off");
        await Expect(page.GetByRole(AriaRole.Status, new() { Name = "radio" })).ToContainTextAsync(new Regex("Bluetooth|adapter"));
        await peer.TellAsync("adapter on");
        await Expect(page.GetByRole(AriaRole.Status, new() { Name = "radio" })).ToBeHiddenAsync();
        await Expect(StrapsPage.Strap(page, "A", "EE:01")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(390, 844)]
    [InlineData(1280, 500)]
    public async Task Nothing_that_has_the_focus_lies_beneath_something_else(int width, int height)
    {
        await using var peer = await BluezPeer.StartAsync();
        await using var live = await LiveProgram.StartAsync(peer.BusAddress, "live");
        var page = await StrapsPage.OpenAsync(chromium, live, new() { ViewportSize = new() { Width = width, Height = height } });
        await StrapsPage.Strap(page, "A", "EE:01").ClickAsync();
        await Expect(page.GetByLabel("heart rate of person A")).ToHaveTextAsync(StrapsPage.Number);
        await page.EvaluateAsync("scrollTo(0, 0); document.activeElement.blur()");

        for (var name = ""; !name.StartsWith("Start", StringComparison.Ordinal);)
        {
            await page.Keyboard.PressAsync("Tab");
            name = await page.EvaluateAsync<string>("document.activeElement.textContent.trim() || document.activeElement.id || document.activeElement.tagName");
            Assert.True(await page.EvaluateAsync<bool>("""
                () => {
                  const element = document.activeElement;
                  if (element === document.body) return true;
                  const { left, top, width, height } = element.getBoundingClientRect();
                  const there = document.elementFromPoint(left + width / 2, top + height / 2);
                  return element === there || element.contains(there);
                }
                """), $"'{name}' has the focus and something lies on it.");
        }
    }

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(390, 844)]
    public async Task No_button_moves_when_something_is_said(int width, int height)
    {
        await using var peer = await BluezPeer.StartAsync();
        await using var live = await LiveProgram.StartAsync(peer.BusAddress, "live");
        var page = await StrapsPage.OpenAsync(chromium, live, new() { ViewportSize = new() { Width = width, Height = height } });
        await StrapsPage.Strap(page, "A", "EE:01").ClickAsync();
        await Expect(page.GetByLabel("heart rate of person A")).ToHaveTextAsync(StrapsPage.Number);
        await Expect(StrapsPage.Strap(page, "B", "EE:02")).ToBeVisibleAsync();

        Assert.Empty(await StrapsPage.MovedAsync(page, "button, input", """
            put('[data-place=A] .state', 'no connection for 120 s. Polar H10 12345678 does not answer. Wear it with wet electrodes, hold it nearer, and close whatever else may be connected to it (phone, watch).');
            document.querySelector('[data-place=A]').dataset.state = 'attention';
            put('[data-place=A] .ask', '');
            put('.radio-notes', 'The Bluetooth adapter is switched off. Switch it on in the settings of the system, or with: bluetoothctl power on.');
            put('.refusal', "Polar H10 1 is Person A's already. Each person wears a strap of their own; to exchange the two, press Swap.");
            """));
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280, 800)]
    [InlineData(ColorScheme.Dark, 1280, 800)]
    [InlineData(ColorScheme.Light, 390, 844)]
    public async Task The_choosing_and_the_dialog_are_for_everybody(ColorScheme scheme, int width, int height)
    {
        await using var peer = await BluezPeer.StartAsync();
        await using var live = await LiveProgram.StartAsync(peer.BusAddress, "live");
        var page = await StrapsPage.OpenAsync(chromium, live, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = height }, ReducedMotion = ReducedMotion.Reduce });
        await Expect(StrapsPage.Strap(page, "B", "EE:02")).ToBeVisibleAsync();
        await CheckAsync(page);
        // What stands in an empty field is not looked at by axe.
        Assert.Equal(
            await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('footer')).color"),
            await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('[data-name]'), '::placeholder').color"));

        await StrapsPage.Strap(page, "A", "EE:01").ClickAsync();
        await Expect(page.GetByLabel("heart rate of person A")).ToHaveTextAsync(StrapsPage.Number);
        await CheckAsync(page);
        await StrapsPage.Strap(page, "B", "EE:01").ClickAsync();
        await peer.TellAsync("drop 1");
        await Expect(StrapsPage.Place(page, "A").GetByRole(AriaRole.Status)).ToContainTextAsync("no connection");
        await CheckAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Start with one person" }).ClickAsync();
        await peer.TellAsync("return 1");
        await Expect(page.GetByLabel("heart rate", new() { Exact = true })).ToHaveTextAsync(StrapsPage.Number);
        await CheckAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Straps", Exact = true }).ClickAsync();
        await Expect(StrapsPage.Strap(page, "B", "EE:02")).ToBeVisibleAsync();
        await CheckAsync(page);
    }

    private static async Task CheckAsync(IPage page)
    {
        var result = await page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice") });
        Assert.Empty(result.Violations.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page is wider than the screen.");
    }
}
