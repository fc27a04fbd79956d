namespace CoRegulation.Biofeedback.App.Window.Radio;

/// <summary>A message between the page that holds a strap and the service; which fields it has depends on its kind (docs/http-interface.md).</summary>
internal sealed record RadioMessage
{
    /// <summary>From the page: <c>hello</c>, <c>device</c>, <c>connected</c>, <c>failed</c>, <c>lost</c>, <c>notification</c>, <c>battery</c>,
    /// <c>seen</c>, <c>pong</c>, <c>step</c>, <c>ready</c>, <c>tab</c>. To the page: <c>connect</c>, <c>disconnect</c>, <c>ping</c>, <c>ready</c>, <c>ack</c>,
    /// <c>places</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The page, for as long as it is loaded.</summary>
    public string? Page { get; init; }

    /// <summary>The browser's name for the device.</summary>
    public string? Device { get; init; }

    public string? Name { get; init; }

    /// <summary>Whether the page is connected to the device already.</summary>
    public bool? Connected { get; init; }

    /// <summary>Counts what must not be lost nor come twice.</summary>
    public long? Number { get; init; }

    /// <summary>The page's clock, ms.</summary>
    public double? AtMs { get; init; }

    public string? Hex { get; init; }

    public int? Percent { get; init; }

    /// <summary>The question that is asked or answered.</summary>
    public long? Ping { get; init; }

    /// <summary>The browser's name for what went wrong.</summary>
    public string? Error { get; init; }

    public bool? Hidden { get; init; }

    /// <summary>How late the page's timers come, ms.</summary>
    public double? LateMs { get; init; }

    /// <summary>To the page: the places whose straps are reached through a browser.</summary>
    public IReadOnlyList<RadioPlace>? Places { get; init; }

    /// <summary>The strap's message; empty where it cannot be read.</summary>
    public byte[] Bytes()
    {
        try
        {
            return Convert.FromHexString(Hex ?? "");
        }
        catch (FormatException)
        {
            return [];
        }
    }
}
