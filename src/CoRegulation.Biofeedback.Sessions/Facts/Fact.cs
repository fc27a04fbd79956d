namespace CoRegulation.Biofeedback.Sessions.Facts;

/// <summary>One line of a recording after its header: something that happened at an instant.</summary>
/// <param name="TimeS">Seconds since the session's start on a monotonic clock; rounded to the microsecond here,
/// so that what is analysed live is what a recording gives back.</param>
/// <exception cref="ArgumentOutOfRangeException">The time is negative, above <see cref="SessionTime.MaxS"/> or not a number.</exception>
public abstract record Fact(double TimeS)
{
    /// <summary>Seconds since the session's start on a monotonic clock, a whole number of microseconds.</summary>
    public double TimeS { get; init => field = SessionTime.Round(value); } = SessionTime.Round(TimeS);

    /// <summary>The keys of the line that this program does not know: a JSON object on one line, kept as it stood; null when there are none.</summary>
    public string? Extra { get; init; }
}
