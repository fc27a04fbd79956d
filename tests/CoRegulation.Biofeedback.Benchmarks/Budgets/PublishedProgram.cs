using System.Diagnostics;

namespace CoRegulation.Biofeedback.Benchmarks.Budgets;

/// <summary>The program as people get it.</summary>
internal sealed record PublishedProgram(string Path)
{
    /// <summary>Publishes the program of this repository.</summary>
    public static async Task<PublishedProgram> MakeAsync()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(root.FullName, "CoRegulation.Biofeedback.sln")))
            root = root.Parent ?? throw new DirectoryNotFoundException("Run this from within the repository: there is no CoRegulation.Biofeedback.sln above.");

        var folder = System.IO.Path.Combine(root.FullName, "artifacts", "budgets");
        var project = System.IO.Path.Combine(root.FullName, "src", "CoRegulation.Biofeedback.App");
        using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", project, "-c", "Release", "-o", folder, "-v", "q", "--nologo"]))!;
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0
            ? new PublishedProgram(System.IO.Path.Combine(folder, OperatingSystem.IsWindows() ? "coreg.exe" : "coreg"))
            : throw new InvalidOperationException("The program could not be published; its messages stand above.");
    }

    public Process Start(params string[] arguments) => Start(new Dictionary<string, string>(), arguments);

    public Process Start(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
