namespace CoRegulation.Biofeedback.Sensors.BlueZ;

/// <summary>Where BlueZ is, and how long it is waited for.</summary>
public sealed record BluezOptions
{
    /// <summary>Address of the message bus. Default: the environment's <c>DBUS_SYSTEM_BUS_ADDRESS</c>, or else the system bus.</summary>
    public string BusAddress { get; init; } =
        Environment.GetEnvironmentVariable("DBUS_SYSTEM_BUS_ADDRESS") is { Length: > 0 } address ? address : "unix:path=/var/run/dbus/system_bus_socket";

    /// <summary>Where the kernel tells what is blocked. Default /sys/class/rfkill.</summary>
    public string RfkillFolder { get; init; } = "/sys/class/rfkill";

    /// <summary>How long a strap that never was connected is looked for in one try. 8 s: straps advertise about once a second, but BlueZ's scan has pauses.</summary>
    public TimeSpan LookFirst { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How long a strap that was connected is looked for before connecting is tried without having seen it. 2 s: some radios report a strap that
    /// came back only in the next round of a scan, and the kernel connects as soon as it hears the strap.</summary>
    public TimeSpan LookAgain { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>One attempt to connect to a strap that was seen. 8 s.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>One attempt to connect to a strap that was not seen. 4 s.</summary>
    public TimeSpan ConnectUnseen { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>How long a connected strap may take to tell its services. 8 s: read over the air when BlueZ does not know them yet.</summary>
    public TimeSpan Services { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How long the characteristics may appear after the services are said to be complete. 2 s: 50 ms are usual.</summary>
    public TimeSpan Characteristics { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Any other request. 5 s.</summary>
    public TimeSpan Request { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Each request when a connection is left. 1 s: whoever waits wants to connect anew.</summary>
    public TimeSpan Leave { get; init; } = TimeSpan.FromSeconds(1);
}
