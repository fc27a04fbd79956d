using CoRegulation.Biofeedback.Sessions.Straps;

namespace CoRegulation.Biofeedback.App.Window;

/// <summary>A window for straps: people choose theirs, then the session starts.</summary>
/// <param name="Stage">Where the session comes from.</param>
/// <param name="Time">The clock that stamps arrivals.</param>
public sealed record LiveWindow(LiveStage Stage, TimeProvider Time);
