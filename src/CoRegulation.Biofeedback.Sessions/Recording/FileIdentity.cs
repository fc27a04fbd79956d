using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>Which file it is, whatever it is called: of two with the same identity the one is the other.</summary>
internal readonly partial record struct FileIdentity(ulong Inode, ulong Device)
{
    private const int FromCurrentFolder = -100;
    private const int OfTheHandle = 0x1000;
    private const uint WithInode = 0x100;
    private const int StatBytes = 256;
    private const int InodeAt = 32;
    private const int DeviceAt = 136;

    /// <summary>The identity of the file that is at a path now; null where there is none, or no way to ask.</summary>
    public static FileIdentity? Of(string path) => Of(FromCurrentFolder, path, 0);

    /// <summary>The identity of an open file; null where there is no way to ask.</summary>
    public static FileIdentity? Of(SafeFileHandle file)
    {
        var isHeld = false;
        try
        {
            file.DangerousAddRef(ref isHeld);
            return Of((int)file.DangerousGetHandle(), "", OfTheHandle);
        }
        finally
        {
            if (isHeld)
                file.DangerousRelease();
        }
    }

    private static FileIdentity? Of(int folder, string path, int flags)
    {
        if (!OperatingSystem.IsLinux())
            return null;

        Span<byte> stat = stackalloc byte[StatBytes];
        try
        {
            return StatX(folder, path, flags, WithInode, ref MemoryMarshal.GetReference(stat)) == 0
                ? new(MemoryMarshal.Read<ulong>(stat[InodeAt..]), MemoryMarshal.Read<ulong>(stat[DeviceAt..]))
                : null;
        }
        catch (Exception fault) when (fault is DllNotFoundException or EntryPointNotFoundException)
        {
            // A C library that is older than this call.
            return null;
        }
    }

    // Unlike that of stat, its answer is laid out the same on every processor.
    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatX(int folder, string path, int flags, uint mask, ref byte stat);
}
