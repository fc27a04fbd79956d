namespace CoRegulation.Biofeedback.Sensors.Connecting;

/// <summary>Hears what one connection brings. For any thread; what comes after the connection's end is not heard.</summary>
public interface IStrapListener
{
    /// <summary>A message of the Heart Rate Measurement characteristic.</summary>
    /// <param name="arrivalTimestamp">Taken first thing in the callback.</param>
    /// <param name="bytes">The message, copied before this returns.</param>
    void Notified(long arrivalTimestamp, ReadOnlySpan<byte> bytes);

    /// <summary>The battery's level.</summary>
    /// <param name="arrivalTimestamp">When it came.</param>
    /// <param name="percent">0 to 100.</param>
    void Battery(long arrivalTimestamp, int percent);

    /// <summary>The connection is over.</summary>
    /// <param name="arrivalTimestamp">When it ended.</param>
    /// <param name="detail">What is wrong and what to do; null for the usual case of a strap out of reach.</param>
    void Disconnected(long arrivalTimestamp, string? detail = null);
}
