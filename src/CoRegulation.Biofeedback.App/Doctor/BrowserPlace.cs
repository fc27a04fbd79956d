namespace CoRegulation.Biofeedback.App.Doctor;

/// <summary>Where a browser would be.</summary>
/// <param name="Name">Its name for people.</param>
/// <param name="Path">Its program file.</param>
internal sealed record BrowserPlace(string Name, string Path)
{
    /// <summary>Where browsers with Web Bluetooth are on this system, the likeliest first.</summary>
    public static IEnumerable<BrowserPlace> OfThisMachine()
    {
        if (OperatingSystem.IsWindows())
            return Windows();
        if (OperatingSystem.IsMacOS())
            return MacOS();
        return OnPath(Environment.GetEnvironmentVariable("PATH") ?? "");
    }

    /// <summary>Where they would be in the folders of a search path.</summary>
    public static IEnumerable<BrowserPlace> OnPath(string path)
    {
        (string File, string Name)[] browsers =
        [
            ("google-chrome", "Chrome"), ("google-chrome-stable", "Chrome"), ("chromium", "Chromium"), ("chromium-browser", "Chromium"),
            ("microsoft-edge", "Edge"), ("microsoft-edge-stable", "Edge"),
        ];
        var folders = path.Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return browsers.SelectMany(browser => folders.Select(folder => new BrowserPlace(browser.Name, System.IO.Path.Combine(folder, browser.File))));
    }

    private static IEnumerable<BrowserPlace> Windows()
    {
        Environment.SpecialFolder[] roots =
            [Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86, Environment.SpecialFolder.LocalApplicationData];
        return roots.Select(Environment.GetFolderPath).SelectMany(root => new BrowserPlace[]
        {
            new("Chrome", System.IO.Path.Combine(root, "Google", "Chrome", "Application", "chrome.exe")),
            new("Edge", System.IO.Path.Combine(root, "Microsoft", "Edge", "Application", "msedge.exe")),
        });
    }

    private static IEnumerable<BrowserPlace> MacOS()
    {
        string[] roots = ["/Applications", System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "Applications")];
        string[] names = ["Google Chrome", "Microsoft Edge", "Chromium"];
        return roots.SelectMany(root => names.Select(
            name => new BrowserPlace(name, System.IO.Path.Combine(root, $"{name}.app", "Contents", "MacOS", name))));
    }
}
