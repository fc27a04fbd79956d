namespace CoRegulation.Biofeedback.App.Window.Radio;

/// <summary>The identity of a strap that a browser holds: <c>web:</c> and the browser's own name for it.</summary>
internal static class BrowserIdentity
{
    private const string Prefix = BrowserBackend.BackendName + ":";

    public static string Of(string device) => Prefix + device;

    /// <summary>The browser's name for a strap; null where the identity is of another radio, or names nothing that a browser would.</summary>
    public static string? DeviceOf(string? id) =>
        id?.StartsWith(Prefix, StringComparison.Ordinal) is true && IsName(id[Prefix.Length..]) ? id[Prefix.Length..] : null;

    /// <summary>Whether this is how a browser names a device.</summary>
    public static bool IsName(string? device) => device is { Length: > 0 and <= 200 } && !device.Any(char.IsWhiteSpace);
}
