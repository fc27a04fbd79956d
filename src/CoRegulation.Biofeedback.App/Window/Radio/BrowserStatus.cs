namespace CoRegulation.Biofeedback.App.Window.Radio;

/// <summary>How the browser is as a radio.</summary>
/// <param name="ClockErrorMs">How wrong the time of a beat can be that comes through it, ms: the largest of the pages that hold a strap; null while no page does.</param>
/// <param name="IsHidden">Whether a page that holds a strap is in the background.</param>
/// <param name="IsSlowed">Whether the browser slows such a page down.</param>
/// <param name="IsUntimed">Whether such a page does not tell its time.</param>
internal sealed record BrowserStatus(double? ClockErrorMs, bool IsHidden, bool IsSlowed, bool IsUntimed = false);
