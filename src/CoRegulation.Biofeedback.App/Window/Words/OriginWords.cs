using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.App.Window.Words;

/// <summary>Where the beats come from, wherever they are shown.</summary>
internal static class OriginWords
{
    /// <summary>The label beside the title.</summary>
    /// <param name="origin">Where the beats come from.</param>
    /// <param name="isReplay">Whether a recording is played.</param>
    public static string Label(Origin origin, bool isReplay) => (origin, isReplay) switch
    {
        (Origin.Live, false) => "live",
        (Origin.Live, true) => "replay",
        (Origin.Simulated, false) => "simulated",
        (Origin.Simulated, true) => "simulated, replay",
        (Origin.Imported, _) => "imported, replay",
        _ => throw new ArgumentOutOfRangeException(nameof(origin), origin, "An origin without words."),
    };
}
