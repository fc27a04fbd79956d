using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using CoRegulation.Biofeedback.App.Window.Wire;
using CoRegulation.Biofeedback.Sessions.Recording;
using CoRegulation.Biofeedback.Sessions.Straps;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CoRegulation.Biofeedback.App.Window.Endpoints;

/// <summary>The choosing of straps, before a session and while it runs.</summary>
internal static class SetUpEndpoints
{
    /// <summary>No more often than this; a strap tells something about once a second, a scan more.</summary>
    private static readonly TimeSpan LeastPause = TimeSpan.FromMilliseconds(100);

    /// <summary>At least this often: words count the seconds.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    /// <summary>Answers <c>GET /api/setup</c>, <c>GET /api/setup/stream</c> and <c>POST /api/setup/…</c>.</summary>
    public static void MapSetUp(this IEndpointRouteBuilder routes, LiveWindow live)
    {
        var stage = live.Stage;
        routes.MapGet("/api/setup", () => SetUpJson.From(live));
        routes.MapGet("/api/setup/stream", (IHostApplicationLifetime host, CancellationToken aborted) =>
            TypedResults.ServerSentEvents(ItemsAsync(live, host.ApplicationStopping, aborted)));
        routes.MapPost("/api/setup/choose", (SetUpRequest request) =>
            Do(request.PlaceProblem ?? request.IdProblem, () => stage.Choose(request.Place!, request.Id!)));
        routes.MapPost("/api/setup/clear", (SetUpRequest request) => Do(request.PlaceProblem, () => stage.Clear(request.Place!)));
        routes.MapPost("/api/setup/name", (SetUpRequest request) =>
            Do(request.PlaceProblem ?? request.NameProblem, () => stage.Rename(request.Place!, request.Name!)));
        routes.MapPost("/api/setup/forget", (SetUpRequest request) => Do(request.PlaceProblem, () => stage.SetUp.Forget(request.Place!)));
        routes.MapPost("/api/setup/join", (SetUpRequest request) => Do(request.PlaceProblem, () => stage.Join(request.Place!)));
        routes.MapPost("/api/setup/record", (SetUpRequest request) => Do(request.RecordProblem, () => stage.Record(request.Record!.Value)));
        // A body is asked for though it says nothing: a form of another site cannot send one.
        routes.MapPost("/api/setup/swap", (SetUpRequest _) => Do(null, stage.Swap));
        routes.MapPost("/api/setup/start", (SetUpRequest _) => Do(null, () => stage.Start()));
        routes.MapPost("/api/setup/end", async (SetUpRequest _) =>
        {
            if (stage.Session is not { } session)
                return Refuse(StatusCodes.Status409Conflict, "The session has not started yet.");
            await session.EndAsync();
            return (IResult)TypedResults.NoContent();
        });
    }

    private static IResult Do(string? problem, Action action)
    {
        if (problem is not null)
            return Refuse(StatusCodes.Status400BadRequest, problem);
        try
        {
            action();
            return TypedResults.NoContent();
        }
        catch (Exception e) when (e is ChoiceRefusedException or RecordingException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return Refuse(StatusCodes.Status409Conflict, e.Message);
        }
    }

    private static ContentHttpResult Refuse(int status, string problem) =>
        TypedResults.Text(problem + "\n", "text/plain; charset=utf-8", statusCode: status);

    private static async IAsyncEnumerable<SseItem<SetUpJson>> ItemsAsync(
        LiveWindow live, CancellationToken stopping, [EnumeratorCancellation] CancellationToken aborted)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping, aborted);
        using var looking = live.Stage.SetUp.Look();
        while (!end.IsCancellationRequested)
        {
            var version = live.Stage.SetUp.Now.Version;
            yield return new SseItem<SetUpJson>(SetUpJson.From(live), "setup");
            await Task.Delay(LeastPause, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            using var pause = CancellationTokenSource.CreateLinkedTokenSource(end.Token);
            await Task.WhenAny(live.Stage.SetUp.ChangedSinceAsync(version), Task.Delay(LongestPause, pause.Token));
            await pause.CancelAsync();
        }
    }
}
