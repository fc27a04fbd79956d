namespace CoRegulation.Biofeedback.Sensors.BlueZ.Bus;

/// <summary>An error as the message bus, or a program on it, tells it.</summary>
/// <param name="name">Its name, for instance <c>org.bluez.Error.Failed</c>.</param>
/// <param name="message">What was said with it.</param>
internal sealed class BusException(string name, string message) : Exception($"{name}: {message}")
{
    public const string Disconnected = "org.freedesktop.DBus.Error.Disconnected";
    public const string NameHasNoOwner = "org.freedesktop.DBus.Error.NameHasNoOwner";
    public const string NoReply = "org.freedesktop.DBus.Error.NoReply";
    public const string AccessDenied = "org.freedesktop.DBus.Error.AccessDenied";

    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>What was said with it.</summary>
    public string Told { get; } = message;
}
