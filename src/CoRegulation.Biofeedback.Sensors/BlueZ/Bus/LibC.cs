using System.Runtime.InteropServices;

namespace CoRegulation.Biofeedback.Sensors.BlueZ.Bus;

/// <summary>Waiting for a socket and for other threads at once, as Linux does it.</summary>
internal static partial class LibC
{
    public const short PollIn = 1;
    public const short PollOut = 4;
    public const int EventFdFlags = 0x80000 | 0x800; // EFD_CLOEXEC | EFD_NONBLOCK

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    public static partial int Poll([In, Out] PollFd[] fds, nuint count, int timeoutMs);

    [LibraryImport("libc", EntryPoint = "eventfd", SetLastError = true)]
    public static partial int EventFd(uint initial, int flags);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    public static partial nint Read(int fd, ref ulong value, nuint size);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(int fd, ref ulong value, nuint size);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    public static partial int Close(int fd);

    /// <summary>A <c>struct pollfd</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct PollFd
    {
        public int Fd;
        public short Events;
        public short Happened;
    }
}
