using System.Runtime.InteropServices;

namespace CoRegulation.Biofeedback.Sensors;

/// <summary>The clock that stamps arrivals: it never goes back whatever is done to the wall clock, and it counts the time that the computer sleeps,
/// so that a lid that was closed shows as a gap of its true length.</summary>
/// <remarks>Linux: CLOCK_BOOTTIME. macOS: CLOCK_MONOTONIC, which there counts sleep. Windows: the performance counter, which counts it, too.
/// Timers are those of the system.</remarks>
public sealed partial class ArrivalClock : TimeProvider
{
    private const int LinuxBootTime = 7;
    private const int MacMonotonic = 6;
    private const long NanosecondsASecond = 1_000_000_000;

    private readonly int? _clock = OperatingSystem.IsLinux() ? LinuxBootTime : OperatingSystem.IsMacOS() ? MacMonotonic : null;

    /// <inheritdoc/>
    public override long TimestampFrequency => _clock is null ? base.TimestampFrequency : NanosecondsASecond;

    /// <inheritdoc/>
    public override long GetTimestamp() =>
        _clock is { } clock && ClockGetTime(clock, out var time) == 0 ? (time.Seconds * NanosecondsASecond) + time.Nanoseconds
        : _clock is null ? base.GetTimestamp()
        : throw new PlatformNotSupportedException("This system has no clock that counts sleep.");

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ClockGetTime(int clock, out TimeSpec time);

    // time_t and long have the size of a pointer on every system that .NET runs on, but for 32-bit ones with a 64-bit time_t, which .NET's own libc calls avoid likewise.
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        private readonly nint _seconds;
        private readonly nint _nanoseconds;

        public long Seconds => _seconds;

        public long Nanoseconds => _nanoseconds;
    }
}
