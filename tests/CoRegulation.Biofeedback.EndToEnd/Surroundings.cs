namespace CoRegulation.Biofeedback.EndToEnd;

/// <summary>Where and how the program is started.</summary>
internal sealed record Surroundings
{
    /// <summary>With settings of a test's own, and with the radio of a bus or none.</summary>
    /// <param name="folder">The folder of the test.</param>
    /// <param name="busAddress">The bus on which BlueZ is; null for none.</param>
    public static Surroundings Near(TemporaryFolder folder, string? busAddress = null) => new()
    {
        Environment = new Dictionary<string, string>
        {
            ["DBUS_SYSTEM_BUS_ADDRESS"] = busAddress ?? $"unix:path={folder["no-bus"]}",
            ["XDG_CONFIG_HOME"] = folder["settings"],
        },
    };

    /// <summary>The program; by default the published one.</summary>
    public string Program { get; init; } = Repository.Program;

    /// <summary>The folder it is started in; by default the repository.</summary>
    public string WorkingFolder { get; init; } = Repository.Folder;

    /// <summary>Environment variables beside those of the tests.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}
