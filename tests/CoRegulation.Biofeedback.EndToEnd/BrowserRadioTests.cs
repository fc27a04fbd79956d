using System.Net.Http.Json;
using System.Text.Json;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Recording;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoRegulation.Biofeedback.EndToEnd;

/// <summary>The browser as the radio: real Chromium, Web Bluetooth, straps of an <c>org.bluez</c> that stands in for BlueZ; the program itself reaches no radio.</summary>
public sealed class BrowserRadioTests
{
    private static readonly LocatorAssertionsToHaveTextOptions Patient = new() { Timeout = 20_000 };

    [Fact]
    public async Task Two_straps_come_through_the_browser_and_every_beat_is_recorded()
    {
        using var folder = new TemporaryFolder();
        await using var peer = await BluezPeer.StartAsync("name=Polar H10 1,rr=1000", "name=Polar H10 2,rr=800,address=AA:BB:CC:DD:EE:02");
        await using var browser = await BluetoothChromium.StartAsync(peer.BusAddress);
        await using var live = await StartAsync(folder.Path);
        var page = await OpenAsync(browser, live);
        await ConnectAsync(browser, page, "A", "Polar H10 1");
        await ConnectAsync(browser, page, "B", "Polar H10 2");
        await page.GetByLabel("name of person A").FillAsync("Ana");

        await page.GetByRole(AriaRole.Button, new() { Name = "Start with both" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Ana", Exact = true }).GetByLabel("heart rate")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^6\\d$"), Patient);
        var from = peer.Log.Count;
        await UntilAsync(() => Task.FromResult(peer.Log.Count >= from + 12));
        await peer.TellAsync("send 1 off");
        await peer.TellAsync("send 2 off");
        Assert.Empty(live.Complaints); // before the program ends: a page that finds it gone says so
        var notifications = await RecordedAsync(live, folder.Path);

        TestContext.Current.TestOutputHelper?.WriteLine(Delays(peer.Log.Skip(from), notifications));
        foreach (var (person, strap) in new[] { ("A", "AA:BB:CC:DD:EE:01"), ("B", "AA:BB:CC:DD:EE:02") })
            Covers(peer.Log.Skip(from).Where(sent => sent.Strap == strap), notifications.Where(notification => notification.Person == person));
    }

    [Fact]
    public async Task A_strap_that_goes_out_of_range_comes_back_by_itself()
    {
        using var folder = new TemporaryFolder();
        await using var peer = await BluezPeer.StartAsync("name=Polar H10 1");
        await using var browser = await BluetoothChromium.StartAsync(peer.BusAddress);
        await using var live = await StartAsync(folder.Path);
        var page = await OpenAsync(browser, live);
        await ConnectAsync(browser, page, "A", "Polar H10 1");

        await peer.TellAsync("drop 1");
        await Expect(Place(page, "A").GetByRole(AriaRole.Status)).ToContainTextAsync("no connection", new() { Timeout = 20_000 });
        await peer.TellAsync("return 1");

        await Expect(Place(page, "A").GetByRole(AriaRole.Status)).ToHaveTextAsync("connected", Patient);
        Assert.Equal(1, (await peer.StrapAsync(1)).GetProperty("subscribed").GetInt32());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_that_is_loaded_anew_in_mid_session_takes_its_strap_up_again(bool remembersDevices)
    {
        using var folder = new TemporaryFolder();
        await using var peer = await BluezPeer.StartAsync("name=Polar H10 1");
        await using var browser = await BluetoothChromium.StartAsync(peer.BusAddress, remembersDevices);
        await using var live = await StartAsync(folder.Path);
        var page = await OpenAsync(browser, live);
        await ConnectAsync(browser, page, "A", "Polar H10 1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start with one person" }).ClickAsync();
        var heartRate = page.GetByRole(AriaRole.Region, new() { Name = "Person A", Exact = true }).GetByLabel("heart rate");
        await Expect(heartRate).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^\\d+$"), Patient);

        await page.ReloadAsync();
        if (!remembersDevices)
            await browser.ChooseAsync(page, "Polar H10 1", () => page.GetByRole(AriaRole.Button, new() { Name = "Reconnect A" }).ClickAsync());

        await UntilAsync(async () => (await SetUpAsync(live)).GetProperty("places")[0].GetProperty("state").GetString() == "connected");
        var from = peer.Log.Count;
        await UntilAsync(() => Task.FromResult(peer.Log.Count >= from + 5));
        await peer.TellAsync("send 1 off");
        Covers(peer.Log.Skip(from), await RecordedAsync(live, folder.Path));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Reconnect A" })).ToHaveCountAsync(0);
    }

    private static ILocator Place(IPage page, string id) => page.GetByRole(AriaRole.Region, new() { Name = $"Person {id}", Exact = true });

    private static async Task<LiveProgram> StartAsync(string folder) => await LiveProgram.StartAsync(null, "live", "--record", folder);

    private static async Task<IPage> OpenAsync(BluetoothChromium browser, LiveProgram live)
    {
        var page = await browser.Context.NewPageAsync();
        live.Watch(page);
        await page.GotoAsync(live.Url.AbsoluteUri);
        return page;
    }

    private static async Task ConnectAsync(BluetoothChromium browser, IPage page, string place, string strap)
    {
        await browser.ChooseAsync(page, strap, () => Place(page, place).GetByRole(AriaRole.Button, new() { Name = "Connect through this browser" }).ClickAsync());
        await Expect(Place(page, place).GetByRole(AriaRole.Status)).ToHaveTextAsync("connected", Patient);
    }

    private static async Task<JsonElement> SetUpAsync(LiveProgram live) =>
        await live.Client.GetFromJsonAsync<JsonElement>("/api/setup", TestContext.Current.CancellationToken);

    private static async Task<List<NotificationFact>> RecordedAsync(LiveProgram live, string folder)
    {
        await live.EndAsync();
        return [.. RecordingReader.Read(Assert.Single(Directory.GetFiles(folder))).Facts.OfType<NotificationFact>()];
    }

    /// <summary>Every message that was sent is there, in order, and none twice.</summary>
    private static void Covers(IEnumerable<SentMessage> sent, IEnumerable<NotificationFact> recorded)
    {
        var wanted = sent.Select(message => message.Hex).ToList();
        var had = recorded.Select(notification => Convert.ToHexStringLower(notification.Bytes.AsSpan())).ToList();
        Assert.NotEmpty(wanted);
        Assert.Equal(wanted, had.TakeLast(wanted.Count));
    }

    // How evenly messages arrive: the two clocks differ by a constant, so only the differences say something.
    private static string Delays(IEnumerable<SentMessage> sent, List<NotificationFact> recorded)
    {
        var arrivals = recorded.ToLookup(notification => Convert.ToHexStringLower(notification.Bytes.AsSpan()), notification => notification.TimeS);
        var delays = sent.Where(message => arrivals[message.Hex].Count() == 1).Select(message => 1000 * (arrivals[message.Hex].Single() - message.T)).Order().ToList();
        return delays.Count == 0 ? "no message is the only one of its kind" : string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{delays.Count} messages; arrival after the quickest: median {delays[delays.Count / 2] - delays[0]:0.00} ms, last {delays[^1] - delays[0]:0.00} ms");
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        while (!await condition())
            await Task.Delay(50, patience.Token);
    }
}
