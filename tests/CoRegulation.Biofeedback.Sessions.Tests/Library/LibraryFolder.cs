using System.Text.Json;
using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Library;
using CoRegulation.Biofeedback.Sessions.Recording;
using CoRegulation.Biofeedback.Sessions.Tests.Recording;

namespace CoRegulation.Biofeedback.Sessions.Tests.Library;

/// <summary>A library of a test's own.</summary>
internal sealed class LibraryFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Path => _folder.Path;

    public string Index => _folder.File("coreg-library.sqlite");

    public string File(string name) => _folder.File(name + ".coreg.jsonl");

    /// <summary>Writes a simulated minute as a recording.</summary>
    public void Add(string name, int seed = 1, Func<SessionHeader, SessionHeader>? change = null, Scenario? scenario = null, double durationS = 60)
    {
        var (header, facts) = SimulatedSessions.Of(scenario ?? Scenarios.Settling, seed, durationS);
        RecordingFile.WriteWhole(File(name), change?.Invoke(header) ?? header, facts, overwrite: true);
    }

    /// <summary>Opens it and tells how many recordings were read for that.</summary>
    public (IReadOnlyList<LibrarySession> Sessions, int Read) Open()
    {
        var read = 0;
        using var library = LibraryIndex.Open(Path, null, (_, _) => read++);
        return (library.Sessions(), read);
    }

    public IReadOnlyList<LibrarySession> Rebuild()
    {
        using var library = LibraryIndex.Rebuild(Path);
        return library.Sessions();
    }

    public static string Text(IReadOnlyList<LibrarySession> sessions) => JsonSerializer.Serialize(sessions);

    public void Dispose() => _folder.Dispose();
}
