namespace CoRegulation.Biofeedback.Sessions.Tests;

/// <summary>Data beside the repository that is never copied into it.</summary>
public static class SharedData
{
    /// <summary>The files; skips the test where there are none.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern)
    {
        var path = Path.Join(Repository.Root, "..", "shared", folder);
        Assert.SkipUnless(Directory.Exists(path), $"'../shared/{folder}' is not beside the repository.");
        return [.. Directory.EnumerateFiles(path, pattern).Order(StringComparer.Ordinal)];
    }
}
