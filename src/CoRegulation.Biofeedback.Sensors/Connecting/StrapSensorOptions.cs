namespace CoRegulation.Biofeedback.Sensors.Connecting;

/// <summary>How stubborn a <see cref="StrapSensor"/> is.</summary>
public sealed record StrapSensorOptions
{
    /// <summary>After so long without a message the link is taken to hang, and is made anew. 5 s: a strap sends about one a second.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A single try to connect is given up after this. 20 s: Bluetooth stacks are known to hang in connecting; a strap in range needs 1 to 5 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Pause after the first try that failed; it doubles with each further one. 250 ms.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The longest pause between two tries. 2 s: somebody waits for it, and a sighting ends it at once anyway.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>To leave a connection may take this long before the next is made nevertheless. 3 s.</summary>
    public TimeSpan LeaveTimeout { get; init; } = TimeSpan.FromSeconds(3);
}
