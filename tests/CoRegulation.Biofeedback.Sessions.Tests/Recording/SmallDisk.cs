using System.Diagnostics;

namespace CoRegulation.Biofeedback.Sessions.Tests.Recording;

/// <summary>A disk of 64 KiB, which is soon full; skips the test where none can be mounted.</summary>
public sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SmallDisk()
    {
        Path = _folder.File("disk");
        Directory.CreateDirectory(Path);
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", Path))
            return;

        _folder.Dispose();
        Assert.Skip("A full disk needs the right to mount one.");
    }

    public string Path { get; }

    /// <summary>Makes room.</summary>
    public void Grow() => Assert.True(Run("mount", "-o", "remount,size=8m", Path));

    public void Dispose()
    {
        Run("umount", Path);
        _folder.Dispose();
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
