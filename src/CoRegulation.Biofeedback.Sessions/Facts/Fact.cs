namespace CoRegulation.Biofeedback.Sessions.Facts;

/// <summary>One line of a recording after its header: something that happened at an instant.</summary>
/// <param name="TimeS">Seconds since the session's start on a monotonic clock, to the microsecond.</param>
public abstract record Fact(double TimeS);
