using CoRegulation.Biofeedback.App.Window.Wire;
using CoRegulation.Biofeedback.Sessions.Live;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CoRegulation.Biofeedback.App.Window.Endpoints;

/// <summary>What there is to know of the session, and what people may do to it.</summary>
internal static class SessionEndpoints
{
    /// <summary>Answers <c>GET /api/live/session</c> and <c>/api/live/history</c>, <c>POST /api/live/transport</c>, <c>/marker</c> and <c>/phase</c>.</summary>
    public static void MapSession(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/live/session", (ILiveSession session) => SessionJson.From(session));
        routes.MapGet("/api/live/history", (ILiveSession session, long from = 0) => HistoryJson.From(session.History, from));
        routes.MapPost("/api/live/transport", (ILiveSession session, TransportRequest request) => Steer(session, request));
        routes.MapPost("/api/live/marker", (ILiveSession session, LabelRequest request) => Note(session, request, session.Mark));
        routes.MapPost("/api/live/phase", (ILiveSession session, LabelRequest request) => Note(session, request, session.BeginPhase));
    }

    private static IResult Steer(ILiveSession session, TransportRequest request)
    {
        if (!session.CanSeek)
            return Refuse(StatusCodes.Status409Conflict, "This session is live: it cannot be paused or moved.");
        switch (request)
        {
            case { Action: "play" }:
                session.Play();
                break;
            case { Action: "pause" }:
                session.Pause();
                break;
            case { Action: "speed", Speed: > 0 and var speed }:
                session.SetSpeed(speed);
                break;
            case { Action: "jump", PositionS: >= 0 and var position } when double.IsFinite(position):
                session.Jump(position);
                break;
            case { Action: "speed" }:
                return Refuse(StatusCodes.Status400BadRequest, "A speed is a number above 0 or \"max\".");
            case { Action: "jump" }:
                return Refuse(StatusCodes.Status400BadRequest, "A position is a number of seconds from 0.");
            default:
                return Refuse(StatusCodes.Status400BadRequest, "The action is play, pause, speed or jump.");
        }

        return TypedResults.Json(TransportJson.From(session.Transport));
    }

    private static IResult Note(ILiveSession session, LabelRequest request, Action<string> note)
    {
        if (session.CanSeek)
            return Refuse(StatusCodes.Status409Conflict, "This is a replay: what was recorded is not changed.");
        if (request.Problem is { } problem)
            return Refuse(StatusCodes.Status400BadRequest, problem);
        note(request.Label!);
        return TypedResults.NoContent();
    }

    private static ContentHttpResult Refuse(int status, string problem) =>
        TypedResults.Text(problem + "\n", "text/plain; charset=utf-8", statusCode: status);
}
