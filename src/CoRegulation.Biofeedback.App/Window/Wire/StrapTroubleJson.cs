using CoRegulation.Biofeedback.App.Window.Words;
using CoRegulation.Biofeedback.Sessions.Straps;

namespace CoRegulation.Biofeedback.App.Window.Wire;

/// <summary>The data of <c>event: straps</c>.</summary>
/// <param name="Trouble">What keeps straps from being heard and what to do; null when all is well, and when the session has ended.</param>
internal sealed record StrapTroubleJson(string? Trouble)
{
    public static StrapTroubleJson From(LiveStage stage) => new(
        stage.Session is { Transport.Ended: false } && StrapTroubleWords.From(stage.SetUp.Now.Places.Where(place => stage.TakesPart(place.Id))) is { Length: > 0 } words
            ? words
            : null);
}
