using CoRegulation.Biofeedback.App.Window.Radio;
using CoRegulation.Biofeedback.Sessions.Straps;

namespace CoRegulation.Biofeedback.App.Window;

/// <summary>A window for straps: people choose theirs, then the session starts.</summary>
/// <param name="Stage">Where the session comes from.</param>
/// <param name="Time">The clock that stamps arrivals.</param>
/// <param name="Browser">The browser as a radio, one of the stage's backends; null where it is not wanted.</param>
public sealed record LiveWindow(LiveStage Stage, TimeProvider Time, BrowserBackend? Browser = null);
