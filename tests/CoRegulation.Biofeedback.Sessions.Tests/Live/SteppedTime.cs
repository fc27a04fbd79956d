using Microsoft.Extensions.Time.Testing;

namespace CoRegulation.Biofeedback.Sessions.Tests.Live;

/// <summary>A machine's clocks on which somebody sets the wall clock, or which sleeps: what arrivals are stamped with counts the sleep, timers do not.</summary>
public sealed class SteppedTime : TimeProvider
{
    private readonly FakeTimeProvider _awake = new(new DateTimeOffset(2026, 11, 24, 19, 30, 0, TimeSpan.Zero));
    private TimeSpan _wallClockSetBy;
    private TimeSpan _slept;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _awake.GetUtcNow() + _slept + _wallClockSetBy;

    public override long GetTimestamp() => _awake.GetTimestamp() / (_awake.TimestampFrequency / TimeSpan.TicksPerSecond) + _slept.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => _awake.CreateTimer(callback, state, dueTime, period);

    public void Advance(TimeSpan by) => _awake.Advance(by);

    public void SetWallClock(TimeSpan by) => _wallClockSetBy += by;

    public void Sleep(TimeSpan time) => _slept += time;
}
