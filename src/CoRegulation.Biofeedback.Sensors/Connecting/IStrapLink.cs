namespace CoRegulation.Biofeedback.Sensors.Connecting;

/// <summary>One strap as one radio reaches it: what a backend has to bring. <see cref="StrapSensor"/> makes of it a sensor that keeps going.</summary>
public interface IStrapLink : IAsyncDisposable
{
    /// <summary>The strap's identity, <c>backend:address</c>.</summary>
    string Id { get; }

    /// <summary>The name that a person knows it by.</summary>
    string Name { get; }

    /// <summary>Connects once and subscribes to the heart rate measurement. One connection at a time.</summary>
    /// <param name="listener">Told of everything from the subscription on; calls may come before this method returns.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The connection; to dispose of it unsubscribes, drops the handlers and disconnects, and must not throw.</returns>
    /// <exception cref="SensorException">It could not; nothing is left behind.</exception>
    Task<IAsyncDisposable> ConnectAsync(IStrapListener listener, CancellationToken cancellationToken);

    /// <summary>Ends when the strap is seen next, so that trying to connect is worth it at once. It may also never end.</summary>
    Task SeenAsync(CancellationToken cancellationToken);
}
