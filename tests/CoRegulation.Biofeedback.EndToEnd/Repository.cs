namespace CoRegulation.Biofeedback.EndToEnd;

/// <summary>Where things are in the repository that these tests were built in.</summary>
internal static class Repository
{
    public static string Folder { get; } = FindFolder();

    /// <summary>The published program, of the same configuration as these tests.</summary>
    public static string Program { get; } = Path.Combine(
        Folder, "artifacts", "published", Configuration(), OperatingSystem.IsWindows() ? "coreg.exe" : "coreg");

    public static string Sample(string name) => Path.Combine(Folder, "samples", $"{name}.coreg.jsonl");

    /// <summary>A file beside the repository that is not part of it; the test is skipped where it is missing.</summary>
    public static string Shared(params string[] parts)
    {
        var path = Path.Combine([Folder, "..", "shared", .. parts]);
        Assert.SkipUnless(Path.Exists(path), $"needs {Path.Combine(parts)} in the folder shared beside the repository");
        return path;
    }

    private static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CoRegulation.Biofeedback.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds the solution.");
    }

    // .../bin/Release/net10.0/
    private static string Configuration() =>
        new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Parent!.Name;
}
