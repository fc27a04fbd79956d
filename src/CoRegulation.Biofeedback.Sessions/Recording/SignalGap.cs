namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>A time in which nothing came from a person's strap.</summary>
/// <param name="FromS">Last sign before it, or the start; s since the session's start.</param>
/// <param name="ToS">First sign after it, or the last fact of the recording; s since the session's start.</param>
public sealed record SignalGap(double FromS, double ToS);
