namespace CoRegulation.Biofeedback.Sessions.Tests.Recording;

/// <summary>A clock on which everything happens so many times as fast.</summary>
public sealed class FastTime(double speed) : TimeProvider
{
    private readonly long _origin = System.GetTimestamp();

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => (long)(System.GetElapsedTime(_origin).Ticks * speed);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Fast(dueTime), Fast(period));

    // Timers count whole milliseconds; one of none would never let go of the processor.
    private TimeSpan Fast(TimeSpan wait) => wait <= TimeSpan.Zero ? wait : TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds / speed));
}
