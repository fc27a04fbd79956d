using System.Net.Http.Json;
using Microsoft.Playwright;

namespace CoRegulation.Biofeedback.Benchmarks.Budgets;

/// <summary>The plot window in Chromium, with an hour on screen.</summary>
internal static class PageBudgets
{
    private const string Chromium = "/usr/bin/chromium";
    private const int WatchedS = 10;

    // Sums what all callbacks of one frame take; callbacks of a frame get the same time.
    private const string WatchFrames = """
        window.watchedFrames = [];
        const ask = window.requestAnimationFrame.bind(window);
        window.requestAnimationFrame = callback => ask(time => {
          const start = performance.now();
          try { callback(time); } finally {
            const frames = window.watchedFrames, took = performance.now() - start;
            if (frames.length && frames[frames.length - 1].time === time) frames[frames.length - 1].took += took;
            else frames.push({ time, took });
          }
        });
        """;

    public static async Task<IEnumerable<Budget>> MeasureAsync(PublishedProgram program, string recording)
    {
        if (!File.Exists(Chromium))
        {
            Console.Error.WriteLine($"{Chromium} is missing: the page's budgets are left out.");
            return [];
        }

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox"] });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1366, Height = 768 } });
        await page.AddInitScriptAsync(WatchFrames);

        using var process = program.Start("replay", recording, "--port", "0", "--no-browser");
        try
        {
            var url = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
            var printed = TimeProvider.System.GetUtcNow();
            await page.GotoAsync(url);
            var paintedMs = await page.EvaluateAsync<double>(
                "new Promise(done => new PerformanceObserver(list => done(performance.timeOrigin + list.getEntriesByName('first-contentful-paint')[0].startTime)).observe({ type: 'paint', buffered: true }))");
            var frames = await WatchAsync(page, new Uri(url));

            return
            [
                new Budget("page, URL printed to first paint", (paintedMs / 1000) - (printed.ToUnixTimeMilliseconds() / 1000.0), 2, "s", "browser open already"),
                new Budget("page, frames with script, 60 min on screen", frames.Length / (double)WatchedS, 10, "Hz", "1366x768, played at 1x", AtLeast: true),
                new Budget("page, script a frame, median", Numbers.Median(frames), 16, "ms", FormattableString.Invariant($"p95 {Numbers.Quantile(frames, 0.95):0.##} ms, max {frames.Max():0.##} ms")),
            ];
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static async Task<double[]> WatchAsync(IPage page, Uri url)
    {
        using var client = new HttpClient { BaseAddress = url };
        foreach (var request in new object[] { new { action = "jump", positionS = PairSession.HourS - 60 }, new { action = "play" } })
        {
            using var answer = await client.PostAsJsonAsync("/api/live/transport", request);
            answer.EnsureSuccessStatusCode();
        }

        await page.GetByRole(AriaRole.Radio, new() { Name = "60 min" }).CheckAsync();
        await page.GetByText("59:0").First.WaitForAsync();
        await page.EvaluateAsync("watchedFrames.length = 0");
        await Task.Delay(TimeSpan.FromSeconds(WatchedS));
        return await page.EvaluateAsync<double[]>("watchedFrames.map(frame => frame.took)");
    }
}
