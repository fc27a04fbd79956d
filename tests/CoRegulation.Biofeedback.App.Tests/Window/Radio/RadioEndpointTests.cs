using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using CoRegulation.Biofeedback.App.Tests.Window.Straps;
using CoRegulation.Biofeedback.Sessions.Facts;
using Microsoft.Extensions.Time.Testing;

namespace CoRegulation.Biofeedback.App.Tests.Window.Radio;

public sealed class RadioEndpointTests
{
    [Fact]
    public async Task A_page_is_asked_for_its_time_and_its_strap_is_offered_and_connected()
    {
        await using var window = await OpenStage.StartAsync();
        using var page = await OpenAsync(window);
        await BeginAsync(page);
        await SayAsync(page, """{"kind":"device","device":"h10==","name":"Polar H10"}""");
        await window.UntilAsync(state => state.GetProperty("inRange").GetArrayLength() == 1);

        await window.PostAsync("/api/setup/choose", """{"place":"A","id":"web:h10=="}""");
        await HearAsync(page, "connect");
        await SayAsync(page, """{"kind":"connected","device":"h10==","number":1}""");
        await SayAsync(page, """{"kind":"notification","device":"h10==","number":2,"atMs":5,"hex":"10400004"}""");

        Assert.Equal(1, (await HearAsync(page, "ack")).GetProperty("number").GetInt64());
        var place = (await window.UntilAsync(state => state.GetProperty("places")[0].GetProperty("beatCount").GetInt64() == 1)).GetProperty("places")[0];
        Assert.Equal(("64", false), (place.GetProperty("text").GetProperty("heartRate").GetString(), place.GetProperty("needsReconnect").GetBoolean()));
    }

    [Fact]
    public async Task A_strap_without_a_page_asks_for_one_click()
    {
        await using var window = await OpenStage.StartAsync();
        using var page = await OpenAsync(window);
        await SayAsync(page, """{"kind":"hello","page":"p"}""");

        await window.PostAsync("/api/setup/choose", """{"place":"B","id":"web:h10"}""");

        Assert.True((await window.StateAsync()).GetProperty("places")[1].GetProperty("needsReconnect").GetBoolean());
        JsonElement places;
        do
        {
            places = (await HearAsync(page, "places")).GetProperty("places");
        }
        while (places.GetArrayLength() == 0);
        Assert.Equal(("B", "h10", false), (places[0].GetProperty("place").GetString(), places[0].GetProperty("device").GetString(), places[0].GetProperty("isHeld").GetBoolean()));
    }

    [Fact]
    public async Task A_tab_that_is_slowed_down_stands_in_the_session()
    {
        // The clock stands still: a strap that sends nothing for 5 s is let go, and its tab would be nobody's concern.
        await using var window = await OpenStage.StartAsync(time: new FakeTimeProvider());
        using var page = await OpenAsync(window);
        await BeginAsync(page);
        await SayAsync(page, """{"kind":"device","device":"h10","name":"Polar H10"}""");
        using var idle = await OpenAsync(window);
        await BeginAsync(idle, "idle");
        await window.PostAsync("/api/setup/choose", """{"place":"A","id":"web:h10"}""");
        await HearAsync(page, "connect");
        await SayAsync(page, """{"kind":"connected","device":"h10","number":1}""");
        await HearAsync(page, "ack");
        await window.PostAsync("/api/setup/start", "{}");

        // A tab through which no beat comes is nobody's concern.
        await SayAsync(idle, """{"kind":"tab","hidden":true,"lateMs":59000}""");
        await SayAsync(idle, """{"kind":"device","device":"other","number":1}""");
        await HearAsync(idle, "ack");
        await SayAsync(page, """{"kind":"tab","hidden":true,"lateMs":59000}""");
        await SayAsync(page, """{"kind":"tab","hidden":true,"lateMs":60000}""");
        await SayAsync(page, """{"kind":"tab","hidden":false,"lateMs":0}""");

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        while (window.Stage.Session!.Events.Count < 2)
            await Task.Delay(10, patience.Token);
        Assert.Equal(["browser tab slowed down", "browser tab at full speed again"], window.Stage.Session.Events.OfType<MarkerFact>().Select(marker => marker.Label));
    }

    [Theory]
    [InlineData("""{"kind":"device","device":"h10"}""")]
    [InlineData("""{"kind":"hello"}""")]
    public async Task Who_does_not_say_hello_is_not_talked_to(string first)
    {
        await using var window = await OpenStage.StartAsync();
        using var page = await OpenAsync(window);

        await SayAsync(page, first);

        await Assert.ThrowsAnyAsync<Exception>(() => HearAsync(page, "ping"));
    }

    [Fact]
    public async Task What_is_no_message_is_passed_over()
    {
        await using var window = await OpenStage.StartAsync();
        using var page = await OpenAsync(window);
        await BeginAsync(page);

        foreach (var text in new[] { "{", "[]", "null", """{"kind":"notification","device":"x","hex":"zz"}""", """{"kind":"pong","ping":"x"}""", """{"kind":"device","device":"a b"}""" })
            await SayAsync(page, text);
        await SayAsync(page, """{"kind":"device","device":"h10","number":1}""");

        await HearAsync(page, "ack");
        await window.UntilAsync(state => state.GetProperty("inRange").GetArrayLength() == 1);
    }

    [Fact]
    public async Task Another_sites_page_is_refused()
    {
        await using var window = await OpenStage.StartAsync();

        var refusal = await Assert.ThrowsAsync<WebSocketException>(() => OpenAsync(window, "https://evil.example"));

        Assert.Contains("403", refusal.Message, StringComparison.Ordinal);
        using var answer = await window.Client.GetAsync("/api/radio", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static async Task<ClientWebSocket> OpenAsync(OpenStage window, string? origin = null)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", origin ?? window.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        try
        {
            await socket.ConnectAsync(new Uri($"ws://{window.Client.BaseAddress!.Authority}/api/radio"), TestContext.Current.CancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Says hello and tells its time, until what is numbered is taken.</summary>
    private static async Task BeginAsync(ClientWebSocket socket, string id = "p")
    {
        await SayAsync(socket, $$"""{"kind":"hello","page":"{{id}}"}""");
        JsonElement message;
        while ((message = await HearAsync(socket, "ping", "ready")).GetProperty("kind").GetString() == "ping")
            await SayAsync(socket, FormattableString.Invariant($$"""{"kind":"pong","ping":{{message.GetProperty("ping").GetInt64()}},"atMs":{{Environment.TickCount64}}}"""));
        await SayAsync(socket, """{"kind":"ready"}""");
    }

    private static Task SayAsync(ClientWebSocket socket, string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);

    /// <summary>The next message of a kind.</summary>
    private static async Task<JsonElement> HearAsync(ClientWebSocket socket, params string[] kinds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        var buffer = new byte[4096];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), patience.Token);
            if (part.MessageType is WebSocketMessageType.Close)
                throw new InvalidOperationException("The socket was closed.");
            using var message = JsonDocument.Parse(buffer.AsMemory(0, part.Count));
            if (message.RootElement.GetProperty("kind").GetString() is { } kind && kinds.Contains(kind))
                return message.RootElement.Clone();
        }
    }
}
