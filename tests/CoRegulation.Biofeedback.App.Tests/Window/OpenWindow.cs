using System.Net.Http.Headers;
using System.Text;
using CoRegulation.Biofeedback.App.Window;

namespace CoRegulation.Biofeedback.App.Tests.Window;

/// <summary>A window on a free port with a session by formula, and a client that asks it.</summary>
internal sealed class OpenWindow : IAsyncDisposable
{
    private readonly WindowHost _host;

    private OpenWindow(FakeLiveSession session, WindowHost host)
    {
        Session = session;
        _host = host;
        Client = new HttpClient { BaseAddress = host.Url };
    }

    public FakeLiveSession Session { get; }

    public HttpClient Client { get; }

    public Uri Url => _host.Url;

    public static async Task<OpenWindow> StartAsync(FakeLiveSession? session = null)
    {
        session ??= new FakeLiveSession();
        return new OpenWindow(session, await WindowHost.StartAsync(session, new WindowOptions { OpenBrowser = false }, TestContext.Current.CancellationToken));
    }

    public async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    public async Task<HttpResponseMessage> PostAsync(string path, string json, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<string> TextAsync(string path)
    {
        using var answer = await GetAsync(path);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.DisposeAsync();
    }
}
