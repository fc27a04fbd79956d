using System.Globalization;
using CoRegulation.Biofeedback.App.Window.Radio;

namespace CoRegulation.Biofeedback.App.Window.Words;

/// <summary>What is said of beats that come through the browser.</summary>
/// <param name="ClockErrorMs">How wrong their times can be, ms.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Attention">Whether somebody should look at the tab.</param>
internal sealed record BrowserWords(double? ClockErrorMs, string Text, bool Attention)
{
    /// <summary>The words; null while no strap is held by a page.</summary>
    public static BrowserWords? From(BrowserStatus? status) => status is null or { ClockErrorMs: null, IsUntimed: false } ? null : new(
        status.ClockErrorMs is { } errorMs ? Math.Round(errorMs, 2) : null,
        status switch
        {
            { IsSlowed: true } => "The tab that holds a strap is in the background, and the browser slows it down: bring it to the front, or beats come late.",
            { IsUntimed: true } => "The tab that holds a strap does not tell its time: its beats bear the time at which they came here, and those that waited a wrong one. Load it anew.",
            { IsHidden: true } => "The tab that holds a strap is in the background. Beats come still; keep it open, and better in front.",
            _ => string.Create(CultureInfo.InvariantCulture, $"A strap is held by the browser: keep its tab open. Its beats are put on this program's clock to within {Math.Max(status.ClockErrorMs ?? 0, 0.1):0.0} ms."),
        },
        status.IsSlowed || status.IsUntimed);
}
