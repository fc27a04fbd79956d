namespace CoRegulation.Biofeedback.Sessions.Tests.Recording;

/// <summary>A folder of a test's own, gone after it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("coreg-test-").FullName;

    public string File(string name) => System.IO.Path.Join(Path, name);

    /// <summary>Writes a file of these lines, each with its line feed.</summary>
    public string Write(string name, params string[] lines)
    {
        var file = File(name);
        System.IO.File.WriteAllText(file, string.Concat(lines.Select(line => line + "\n")));
        return file;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
