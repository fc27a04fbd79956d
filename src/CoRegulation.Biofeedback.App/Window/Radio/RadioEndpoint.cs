using System.Net.WebSockets;
using System.Threading.Channels;
using CoRegulation.Biofeedback.Sessions.Straps;

namespace CoRegulation.Biofeedback.App.Window.Radio;

/// <summary><c>/api/radio</c>: the WebSocket over which a page passes on what the straps say that it holds.</summary>
internal static class RadioEndpoint
{
    private const int MaxMessageBytes = 16 * 1024;

    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(2);

    /// <summary>Answers the socket.</summary>
    public static void MapRadio(this IEndpointRouteBuilder routes, LiveStage stage, BrowserBackend browser, TimeProvider time) =>
        routes.Map("/api/radio", async (HttpContext context, IHostApplicationLifetime host) =>
        {
            if (!context.WebSockets.IsWebSocketRequest)
            {
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                await context.Response.WriteAsync("This address speaks WebSocket.\n", context.RequestAborted);
                return;
            }

            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            using var end = CancellationTokenSource.CreateLinkedTokenSource(host.ApplicationStopping, context.RequestAborted);
            await TalkAsync(socket, stage, browser, time, end);
        });

    private static async Task TalkAsync(WebSocket socket, LiveStage stage, BrowserBackend browser, TimeProvider time, CancellationTokenSource end)
    {
        var outgoing = Channel.CreateUnbounded<RadioMessage>(new() { SingleReader = true });
        void Send(RadioMessage message) => outgoing.Writer.TryWrite(message);

        BrowserPage? page = null;
        var others = new List<Task> { WriteAsync(socket, outgoing.Reader, end) };
        var buffer = new byte[MaxMessageBytes];
        try
        {
            while (await ReadAsync(socket, buffer, end.Token) is { } length)
            {
                var arrival = time.GetTimestamp();
                if (RadioJson.Read(buffer.AsSpan(0, length)) is not { } message)
                    continue;
                if (page is null)
                {
                    if (message is not { Kind: "hello", Page.Length: > 0 and <= 64 })
                        return;
                    page = browser.Opened(message.Page, Send);
                    others.Add(PingAsync(browser, page, time, end.Token));
                    others.Add(TellPlacesAsync(stage, browser, time, Send, end.Token));
                }

                var wasSlowed = page.IsSlowed;
                browser.Receive(page, message, arrival);
                // A tab through which no beat comes may be as slow as it likes.
                if (page.IsSlowed != wasSlowed && browser.Holds(page) && stage.Session is { Transport.Ended: false } session)
                    session.Mark(page.IsSlowed ? "browser tab slowed down" : "browser tab at full speed again");
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // The page or the window is gone.
        }
        finally
        {
            if (page is not null)
                _ = browser.ClosedAsync(page, Send);
            outgoing.Writer.TryComplete();
            await end.CancelAsync();
            await Task.WhenAll(others).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<int?> ReadAsync(WebSocket socket, byte[] buffer, CancellationToken end)
    {
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), end);
            if (part.MessageType is WebSocketMessageType.Close)
                return null;
            length += part.Count;
            if (part.EndOfMessage)
                return length;
            if (length == buffer.Length)
                return null;
        }
    }

    private static async Task WriteAsync(WebSocket socket, ChannelReader<RadioMessage> messages, CancellationTokenSource end)
    {
        try
        {
            await foreach (var message in messages.ReadAllAsync(end.Token))
                await socket.SendAsync(RadioJson.Write(message), WebSocketMessageType.Text, endOfMessage: true, end.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            await end.CancelAsync();
        }
    }

    /// <summary>Asks for the page's time again and again; the first time it was asked when it opened.</summary>
    private static async Task PingAsync(BrowserBackend browser, BrowserPage page, TimeProvider time, CancellationToken end)
    {
        using var pings = new PeriodicTimer(PingEvery, time);
        while (await pings.WaitForNextTickAsync(end))
            browser.Ask(page);
    }

    /// <summary>Tells the page which places need a strap that a browser holds, so that it can offer to reconnect them.</summary>
    private static async Task TellPlacesAsync(LiveStage stage, BrowserBackend browser, TimeProvider time, Action<RadioMessage> send, CancellationToken end)
    {
        IReadOnlyList<RadioPlace>? told = null;
        while (!end.IsCancellationRequested)
        {
            var changed = browser.ChangedAsync();
            var places = stage.SetUp.Now.Places
                .Where(place => BrowserIdentity.DeviceOf(place.StrapId) is not null)
                .Select(place => new RadioPlace(place.Id, BrowserIdentity.DeviceOf(place.StrapId)!, place.StrapName!, browser.IsHeld(place.StrapId!)))
                .ToList();
            if (told is null || !told.SequenceEqual(places))
                send(new RadioMessage { Kind = "places", Places = told = places });
            using var pause = CancellationTokenSource.CreateLinkedTokenSource(end);
            await Task.WhenAny(changed, Task.Delay(TimeSpan.FromSeconds(1), time, pause.Token));
            await pause.CancelAsync();
        }
    }
}
