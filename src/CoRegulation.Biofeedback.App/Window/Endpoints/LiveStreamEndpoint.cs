using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using CoRegulation.Biofeedback.App.Window.Wire;
using CoRegulation.Biofeedback.Sessions.Live;
using CoRegulation.Biofeedback.Sessions.Straps;

namespace CoRegulation.Biofeedback.App.Window.Endpoints;

/// <summary><c>GET /api/live/stream</c>: what happens, as server-sent events.</summary>
internal static class LiveStreamEndpoint
{
    /// <summary>While nothing happens (a pause), a sign of life goes out this often, so that a viewer can tell a pause from a lost program.</summary>
    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(1.5);

    private static readonly object Nothing = new { };

    /// <summary>Answers the stream.</summary>
    /// <param name="routes">The routes.</param>
    /// <param name="stage">Where the straps of the session come from; null where there are none.</param>
    public static void MapLiveStream(this IEndpointRouteBuilder routes, LiveStage? stage) =>
        routes.MapGet("/api/live/stream", (ILiveSession session, TimeProvider time, IHostApplicationLifetime host, CancellationToken aborted) =>
            TypedResults.ServerSentEvents(ItemsAsync(session, stage, time, host.ApplicationStopping, aborted)));

    private static async IAsyncEnumerable<SseItem<object>> ItemsAsync(
        ILiveSession session, LiveStage? stage, TimeProvider time, CancellationToken stopping, [EnumeratorCancellation] CancellationToken aborted)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping, aborted);
        await using var messages = session.Subscribe(end.Token).GetAsyncEnumerator(end.Token);
        var next = messages.MoveNextAsync().AsTask();
        RecordingJson? told = null;
        StrapTroubleJson? toldOfStraps = null;
        while (true)
        {
            while (!next.IsCompleted && await IsQuietAsync(next, time, end.Token))
                yield return RecordingNews() ?? StrapNews() ?? new SseItem<object>(Nothing, "alive");
            if (!await next)
                yield break;
            if (Item(messages.Current, session) is { } item)
                yield return item;
            // Looked at with every snapshot, four times a second: a full disk is told of at once.
            if (RecordingNews() is { } news)
                yield return news;
            if (StrapNews() is { } trouble)
                yield return trouble;
            next = messages.MoveNextAsync().AsTask();
        }

        SseItem<object>? RecordingNews() =>
            session.CanSeek || RecordingJson.From(session.Recording) is var recording && recording == told ? null : new(told = recording, "recording");

        SseItem<object>? StrapNews() =>
            stage is null || StrapTroubleJson.From(stage) is var straps && straps == toldOfStraps ? null : new(toldOfStraps = straps, "straps");
    }

    private static async Task<bool> IsQuietAsync(Task next, TimeProvider time, CancellationToken end)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(end);
        var first = await Task.WhenAny(next, Task.Delay(SignOfLife, time, waiting.Token));
        await waiting.CancelAsync();
        return first != next && !end.IsCancellationRequested;
    }

    private static SseItem<object>? Item(LiveMessage message, ILiveSession session) => message switch
    {
        SnapshotMessage { Snapshot: var snapshot } => new(SnapshotJson.From(snapshot, session.Header), "snapshot")
        {
            EventId = snapshot.Index.ToString(System.Globalization.CultureInfo.InvariantCulture),
        },
        TransportMessage { Transport: var transport } => new(TransportJson.From(transport), "transport"),
        EventMessage { Fact: var fact } => EventJson.From(fact) is { } happened ? new(happened, "marker") : null,
        ResetMessage => new(Nothing, "reset"),
        _ => null,
    };
}
