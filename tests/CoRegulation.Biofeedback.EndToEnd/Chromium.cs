using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(CoRegulation.Biofeedback.EndToEnd.Chromium))]

namespace CoRegulation.Biofeedback.EndToEnd;

/// <summary>The Chromium of this machine, started once for all tests that open a page; they are skipped where there is none.</summary>
public sealed class Chromium : IAsyncDisposable
{
    internal static readonly string[] Arguments =
    [
        "--no-sandbox", // as root Chromium starts only without
        "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
    ];

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private readonly SemaphoreSlim _starting = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Chromium is started by the first test that needs it; how long pages are waited for holds for all.</summary>
    public Chromium() => Assertions.SetDefaultExpectTimeout(Patience.Ms);

    /// <summary>Opens an empty page with cookies and storage of its own.</summary>
    public async Task<IPage> NewPageAsync(BrowserNewContextOptions? options = null)
    {
        var context = await (await BrowserAsync()).NewContextAsync(options);
        context.SetDefaultTimeout(Patience.Ms);
        return await context.NewPageAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        _starting.Dispose();
    }

    private async Task<IBrowser> BrowserAsync()
    {
        var path = Executable();

        await _starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            return _browser ??= await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments, Timeout = Patience.Ms });
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>Where Chromium is; the test is skipped where there is none.</summary>
    internal static string Executable()
    {
        var path = FindExecutable();
        Assert.SkipWhen(path is null, "needs chromium on the PATH (./test installs it on Debian)");
        return path!;
    }

    private static string? FindExecutable() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
}
