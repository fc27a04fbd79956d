namespace CoRegulation.Biofeedback.Sessions.Facts;

/// <summary>Time within a session: whole microseconds, so that a recording and the engine see the very same instants.</summary>
public static class SessionTime
{
    /// <summary>The largest time there is, s: some thirty years. Up to it a double tells every microsecond from the next.</summary>
    public const double MaxS = 1e9;

    /// <summary>Whether a time can stand in a recording: from 0 to <see cref="MaxS"/>.</summary>
    /// <param name="timeS">Time, s.</param>
    public static bool IsValid(double timeS) => timeS is >= 0 and <= MaxS;

    /// <summary>The time at the nearest whole microsecond.</summary>
    /// <param name="timeS">Time, s, from 0 to <see cref="MaxS"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative, too large or not a number.</exception>
    public static double Round(double timeS) => ToMicroseconds(timeS) / 1e6;

    /// <summary>The time in whole microseconds.</summary>
    /// <param name="timeS">Time, s, from 0 to <see cref="MaxS"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative, too large or not a number.</exception>
    public static long ToMicroseconds(double timeS) => IsValid(timeS)
        ? (long)Math.Round(timeS * 1e6)
        : throw new ArgumentOutOfRangeException(nameof(timeS), timeS, "Session time is in seconds, from 0 to a thousand million.");
}
