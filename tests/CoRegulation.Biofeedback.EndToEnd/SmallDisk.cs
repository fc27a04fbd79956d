using System.Diagnostics;

namespace CoRegulation.Biofeedback.EndToEnd;

/// <summary>A file system of its own: tiny, or read-only. The test is skipped where none may be mounted.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder _mountPoint = new();

    private SmallDisk(string options)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs Linux to mount a disk in memory");
        if (Run("mount", "-t", "tmpfs", "-o", options, "tmpfs", Path))
            return;
        _mountPoint.Dispose();
        Assert.Skip("needs the right to mount a disk in memory");
    }

    public string Path => _mountPoint.Path;

    public string this[string name] => _mountPoint[name];

    public static SmallDisk OfBytes(int bytes) => new($"size={bytes}");

    public static SmallDisk ReadOnly() => new("ro");

    public void Dispose()
    {
        Run("umount", Path);
        _mountPoint.Dispose();
    }

    private static bool Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
