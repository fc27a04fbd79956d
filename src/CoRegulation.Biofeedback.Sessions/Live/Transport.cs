namespace CoRegulation.Biofeedback.Sessions.Live;

/// <summary>Where a session stands and how fast it goes.</summary>
/// <param name="Playing">Whether session time passes.</param>
/// <param name="Speed">Session seconds in a second; 1 for straps, <see cref="double.PositiveInfinity"/> for as fast as possible.</param>
/// <param name="PositionS">Session time, s.</param>
/// <param name="Ended">Whether everything has been played.</param>
public sealed record Transport(bool Playing, double Speed, double PositionS, bool Ended);
