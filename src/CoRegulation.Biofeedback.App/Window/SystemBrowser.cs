using System.ComponentModel;
using System.Diagnostics;

namespace CoRegulation.Biofeedback.App.Window;

/// <summary>The browser of this machine, where there is one.</summary>
internal static class SystemBrowser
{
    /// <summary>Whether there is a desktop to open a browser on.</summary>
    public static bool CanOpen => OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() || HasDesktop();

    /// <summary>Opens a page; false where there is no browser to open, which is no error: the address was printed.</summary>
    public static bool TryOpen(Uri page)
    {
        try
        {
            if (OperatingSystem.IsWindows())
                return Started(new ProcessStartInfo(page.AbsoluteUri) { UseShellExecute = true });
            if (OperatingSystem.IsMacOS())
                return Started(Quiet("open", page));
            return HasDesktop() && Started(Quiet("xdg-open", page));
        }
        catch (Exception e) when (e is Win32Exception or FileNotFoundException or InvalidOperationException)
        {
            // No such command on this machine: as good as no browser.
            return false;
        }
    }

    private static bool HasDesktop() =>
        !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY"))
        || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("WAYLAND_DISPLAY"));

    /// <summary>What the browser prints must not get into the program's output, so it goes to pipes that nobody reads.</summary>
    private static ProcessStartInfo Quiet(string command, Uri page) =>
        new(command, [page.AbsoluteUri]) { RedirectStandardOutput = true, RedirectStandardError = true };

    private static bool Started(ProcessStartInfo start)
    {
        using var process = Process.Start(start);
        return process is not null;
    }
}
