using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Recording;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoRegulation.Biofeedback.EndToEnd;

/// <summary>The browser as the radio: real Chromium, Web Bluetooth, straps of an <c>org.bluez</c> that stands in for BlueZ; the program itself reaches no radio.</summary>
public sealed class BrowserRadioTests
{
    private const string Strap1 = "AA:BB:CC:DD:EE:01";
    private const string Strap2 = "AA:BB:CC:DD:EE:02";

    [Fact]
    public async Task Two_straps_come_through_the_browser_and_every_beat_is_recorded()
    {
        using var folder = new TemporaryFolder();
        await using var peer = await BluezPeer.StartAsync("name=Polar H10 1,rr=1000", "name=Polar H10 2,rr=800,address=" + Strap2);
        await using var browser = await BluetoothChromium.StartAsync(peer.BusAddress);
        await using var live = await StartAsync(folder.Path);
        var page = await OpenAsync(browser, live);
        await ConnectAsync(browser, page, "A", "Polar H10 1");
        await ConnectAsync(browser, page, "B", "Polar H10 2");
        await page.GetByLabel("name of person A").FillAsync("Ana");

        await page.GetByRole(AriaRole.Button, new() { Name = "Start with both" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Ana", Exact = true }).GetByLabel("heart rate")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^6\\d$"));
        var from = peer.Log.Count;
        await Patience.UntilAsync(() => peer.Log.Count >= from + 12);
        await peer.TellAsync("send 1 off");
        await peer.TellAsync("send 2 off");
        var sent = peer.Log.Skip(from).ToList();
        await ArrivedAsync(folder.Path, sent);
        Assert.Empty(live.Complaints); // before the program ends: a page that finds it gone says so
        var notifications = await RecordedAsync(live, folder.Path);

        TestContext.Current.TestOutputHelper?.WriteLine(Delays(sent, notifications));
        foreach (var (person, strap) in new[] { ("A", Strap1), ("B", Strap2) })
            Covers(sent.Where(message => message.Strap == strap), notifications.Where(notification => notification.Person == person));
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
        await Expect(Place(page, "A").GetByRole(AriaRole.Status)).ToContainTextAsync("no connection");
        await peer.TellAsync("return 1");

        await Expect(Place(page, "A").GetByRole(AriaRole.Status)).ToHaveTextAsync("connected");
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
        await Expect(heartRate).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^\\d+$"));

        await page.ReloadAsync();
        var before = Recorded(folder.Path).Count();
        if (!remembersDevices)
            await browser.ChooseAsync(page, "Polar H10 1", () => page.GetByRole(AriaRole.Button, new() { Name = "Reconnect A" }).ClickAsync());

        // What the program says of the strap may still be of the page that is gone; that something new arrives is not.
        await Patience.UntilAsync(() => Recorded(folder.Path).Count() > before + 1);
        var from = peer.Log.Count;
        await Patience.UntilAsync(() => peer.Log.Count >= from + 5);
        await peer.TellAsync("send 1 off");
        await ArrivedAsync(folder.Path, peer.Log);
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
        await Expect(Place(page, place).GetByRole(AriaRole.Status)).ToHaveTextAsync("connected");
    }

    /// <summary>Waits until as much as was sent has come all the way: what is still under way when the program is ended has nowhere to go.</summary>
    private static Task ArrivedAsync(string folder, IEnumerable<SentMessage> sent)
    {
        var last = sent.GroupBy(message => message.Strap).OrderBy(strap => strap.Key).Select(strap => strap.TakeLast(3).Select(message => message.Hex).ToList()).ToList();
        return Patience.UntilAsync(() => Recorded(folder).GroupBy(fact => fact.Person).OrderBy(person => person.Key)
            .Select(person => person.TakeLast(3).Select(HexOf)).Zip(last).All(one => one.First.SequenceEqual(one.Second)));
    }

    private static async Task<List<NotificationFact>> RecordedAsync(LiveProgram live, string folder)
    {
        await live.EndAsync();
        return [.. Recorded(folder)];
    }

    private static IEnumerable<NotificationFact> Recorded(string folder) =>
        RecordingReader.Read(Assert.Single(Directory.GetFiles(folder))).Facts.OfType<NotificationFact>();

    /// <summary>Every message that was sent is there, in order, and none twice.</summary>
    private static void Covers(IEnumerable<SentMessage> sent, IEnumerable<NotificationFact> recorded)
    {
        var wanted = sent.Select(message => message.Hex).ToList();
        var had = recorded.Select(HexOf).ToList();
        Assert.NotEmpty(wanted);
        Assert.Equal(wanted, had.TakeLast(wanted.Count));
    }

    private static string HexOf(NotificationFact notification) => Convert.ToHexStringLower(notification.Bytes.AsSpan());

    // How evenly messages arrive: the two clocks differ by a constant, so only the differences say something.
    private static string Delays(IEnumerable<SentMessage> sent, List<NotificationFact> recorded)
    {
        var arrivals = recorded.ToLookup(HexOf, notification => notification.TimeS);
        var delays = sent.Where(message => arrivals[message.Hex].Count() == 1).Select(message => 1000 * (arrivals[message.Hex].Single() - message.T)).Order().ToList();
        return delays.Count == 0 ? "no message is the only one of its kind" : string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{delays.Count} messages; arrival after the quickest: median {delays[delays.Count / 2] - delays[0]:0.00} ms, last {delays[^1] - delays[0]:0.00} ms");
    }
}
