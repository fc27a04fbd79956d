namespace CoRegulation.Biofeedback.App.Window;

/// <summary>How the plot window is opened.</summary>
public sealed record WindowOptions
{
    /// <summary>The port on 127.0.0.1; 0, the default, takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Whether to open the page in the system's browser, where there is one. On by default: it is what the program is for.</summary>
    public bool OpenBrowser { get; init; } = true;

    /// <summary>Whether the web server's own messages go to stderr. Off by default: they are for those who look for a fault.</summary>
    public bool Verbose { get; init; }
}
