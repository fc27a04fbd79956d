using System.Net.Http.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoRegulation.Biofeedback.EndToEnd;

/// <summary>An open plot window: the program behind it and the page in front.</summary>
internal sealed class WindowPage : IAsyncDisposable
{
    private readonly Coreg _coreg;
    private readonly HttpClient _client;
    private readonly List<string> _complaints = [];

    private WindowPage(Coreg coreg, Uri url, IPage page)
    {
        _coreg = coreg;
        _client = new HttpClient { BaseAddress = url };
        Url = url;
        Page = page;
        page.PageError += (_, error) => _complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _complaints.Add(message.Text);
        };
    }

    public Uri Url { get; }

    public IPage Page { get; }

    /// <summary>Errors and warnings of the page so far.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public static async Task<WindowPage> OpenAsync(Coreg coreg, Uri url, IPage page)
    {
        var window = new WindowPage(coreg, url, page);
        await page.GotoAsync(url.AbsoluteUri);
        // The page of a session says no time until it knows one; that on which straps are chosen has none.
        await Expect(page.GetByLabel("session time").And(page.GetByText("–", new() { Exact = true }))).ToHaveCountAsync(0);
        return window;
    }

    /// <summary>The card of a person, or of the pair.</summary>
    public ILocator Card(string name) => Page.GetByRole(AriaRole.Region, new() { Name = name, Exact = true });

    /// <summary>Steers the replay as another program would.</summary>
    public async Task PostAsync(object request)
    {
        using var answer = await _client.PostAsJsonAsync("/api/live/transport", request, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Pauses at a session time and waits until the page stands there.</summary>
    public async Task HoldAtAsync(double positionS)
    {
        await PostAsync(new { action = "pause" });
        await PostAsync(new { action = "jump", positionS });
        var clock = TimeSpan.FromSeconds(Math.Floor(positionS));
        await Expect(Page.GetByLabel("session time")).ToHaveTextAsync(clock.ToString(@"m\:ss", System.Globalization.CultureInfo.InvariantCulture));
        await StandsStillAsync();
    }

    /// <summary>Waits for so many frames of the page.</summary>
    public Task FramesAsync(int count) => Page.EvaluateAsync(
        "count => new Promise(done => { const next = () => count-- > 0 ? requestAnimationFrame(next) : done(); next(); })", count);

    /// <summary>Waits until the page has drawn the newest snapshot and its axes have come to rest.</summary>
    public async Task StandsStillAsync()
    {
        var strips = Page.Locator(".strip:visible").First;
        for (var last = Array.Empty<byte>(); ;)
        {
            await FramesAsync(15);
            var now = await strips.ScreenshotAsync();
            if (now.AsSpan().SequenceEqual(last))
                return;
            last = now;
        }
    }

    /// <summary>Ends the program behind the page.</summary>
    public async Task EndProgramAsync() => await _coreg.EndByAsync(Coreg.Terminate);

    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        _client.Dispose();
        await _coreg.DisposeAsync();
    }
}
