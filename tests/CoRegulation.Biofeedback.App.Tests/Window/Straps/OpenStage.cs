using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CoRegulation.Biofeedback.App.Window;
using CoRegulation.Biofeedback.App.Window.Radio;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Live;
using CoRegulation.Biofeedback.Sessions.Straps;
using CoRegulation.Biofeedback.Sessions.Tests.Straps;

namespace CoRegulation.Biofeedback.App.Tests.Window.Straps;

/// <summary>A window in which straps are chosen, with a radio that does what the test says.</summary>
internal sealed class OpenStage : IAsyncDisposable
{
    private readonly WindowHost _host;

    private OpenStage(LiveStage stage, ScriptedBackend radio, string recordInto, WindowHost host)
    {
        (Stage, Radio, RecordInto, _host) = (stage, radio, recordInto, host);
        Client = new HttpClient { BaseAddress = host.Url };
    }

    public LiveStage Stage { get; }

    public ScriptedBackend Radio { get; }

    /// <summary>Where a recording goes that is wished for in the window; it is not there before, and goes with the window.</summary>
    public string RecordInto { get; }

    public HttpClient Client { get; }

    /// <summary>Opens it.</summary>
    /// <param name="start">What the session begins with; null for two people of whom nothing is known.</param>
    /// <param name="time">The clock of everything; one that stands still for what no slow computer may change. Null for the system's.</param>
    public static async Task<OpenStage> StartAsync(SessionStart? start = null, TimeProvider? time = null)
    {
        time ??= TimeProvider.System;
        var radio = new ScriptedBackend(time);
        var browser = new BrowserBackend(time);
        var recordInto = Path.Combine(Path.GetTempPath(), $"coreg-{Guid.NewGuid():n}");
        var stage = new LiveStage(start ?? new SessionStart { Program = "test", People = [], Origin = Origin.Live }, [radio, browser], time, recordInto: recordInto);
        return new OpenStage(stage, radio, recordInto, await WindowHost.StartAsync(
            new LiveWindow(stage, time, browser), new WindowOptions { OpenBrowser = false }, TestContext.Current.CancellationToken));
    }

    public async Task<(HttpStatusCode Status, string Text)> PostAsync(string path, string json, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async Task<JsonElement> StateAsync()
    {
        using var document = JsonDocument.Parse(await Client.GetStringAsync("/api/setup", TestContext.Current.CancellationToken));
        return document.RootElement.Clone();
    }

    /// <summary>The state as soon as it is as wanted.</summary>
    public async Task<JsonElement> UntilAsync(Func<JsonElement, bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        for (; ; )
        {
            if (await StateAsync() is var state && condition(state))
                return state;
            await Task.Delay(10, patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.DisposeAsync();
        await Stage.DisposeAsync();
        if (Directory.Exists(RecordInto))
            Directory.Delete(RecordInto, recursive: true);
    }
}
