namespace CoRegulation.Biofeedback.EndToEnd;

/// <summary>Where and how the program is started.</summary>
internal sealed record Surroundings
{
    /// <summary>The program; by default the published one.</summary>
    public string Program { get; init; } = Repository.Program;

    /// <summary>The folder it is started in; by default the repository.</summary>
    public string WorkingFolder { get; init; } = Repository.Folder;

    /// <summary>Environment variables beside those of the tests.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}
