using Microsoft.Playwright;

namespace CoRegulation.Biofeedback.EndToEnd;

/// <summary><c>coreg live</c> on a machine of its own: only the Bluetooth that a test gives it, and a folder for its settings.</summary>
internal sealed class LiveProgram : IAsyncDisposable
{
    private readonly Coreg _coreg;
    private readonly TemporaryFolder _settings;
    private readonly List<string> _complaints = [];
    private readonly List<IPage> _pages = [];

    private LiveProgram(Coreg coreg, TemporaryFolder settings, Uri url)
    {
        (_coreg, _settings, Url) = (coreg, settings, url);
        Client = new HttpClient { BaseAddress = url };
    }

    public Uri Url { get; }

    /// <summary>The home of who runs it.</summary>
    public string Home => _settings.Path;

    public HttpClient Client { get; }

    /// <summary>Errors and warnings of the pages that are watched.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Starts it.</summary>
    /// <param name="busAddress">The bus on which BlueZ is; null: there is none.</param>
    /// <param name="arguments">The command line.</param>
    public static async Task<LiveProgram> StartAsync(string? busAddress, params string[] arguments)
    {
        var settings = new TemporaryFolder();
        var surroundings = new Surroundings
        {
            Environment = new Dictionary<string, string>
            {
                ["DBUS_SYSTEM_BUS_ADDRESS"] = busAddress ?? $"unix:path={Path.Combine(settings.Path, "no-bus")}",
                ["XDG_CONFIG_HOME"] = settings.Path,
                ["HOME"] = settings.Path,
            },
        };
        var coreg = Coreg.Start(surroundings, [.. arguments, "--port", "0", "--no-browser"]);
        try
        {
            return new LiveProgram(coreg, settings, await coreg.UrlAsync());
        }
        catch
        {
            await coreg.DisposeAsync();
            settings.Dispose();
            throw;
        }
    }

    /// <summary>Collects what a page complains of, and closes it in the end: a page that is forgotten goes on drawing beside all later tests.</summary>
    public void Watch(IPage page)
    {
        _pages.Add(page);
        page.PageError += (_, error) => _complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _complaints.Add(message.Text);
        };
    }

    /// <summary>Ends it as Ctrl-C does.</summary>
    public async Task EndAsync() => Assert.Equal(0, (await _coreg.EndByAsync(Coreg.Terminate)).ExitStatus);

    public async ValueTask DisposeAsync()
    {
        foreach (var page in _pages)
            await page.Context.CloseAsync();
        Client.Dispose();
        await _coreg.DisposeAsync();
        _settings.Dispose();
    }
}
