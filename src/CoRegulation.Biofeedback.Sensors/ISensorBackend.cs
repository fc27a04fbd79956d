namespace CoRegulation.Biofeedback.Sensors;

/// <summary>A way to reach straps: a radio, or what stands for one.</summary>
public interface ISensorBackend : IAsyncDisposable
{
    /// <summary>The first part of the identity of each of its straps, for instance <c>bluez</c>.</summary>
    string Name { get; }

    /// <summary>Straps in range, each again whenever something about it changed, until <paramref name="cancellationToken"/> is cancelled; that ends the
    /// sequence normally. Several scans may run at once, beside connections.</summary>
    /// <exception cref="SensorException">The radio cannot be used, now or any longer; scanning again later may work.</exception>
    IAsyncEnumerable<SensorSighting> ScanAsync(CancellationToken cancellationToken);

    /// <summary>The strap with an identity, in range or not; it connects when it is read.</summary>
    /// <param name="id">Its identity, <c>backend:address</c>; the sensor's is its <see cref="StrapIdentity.Normal"/> form.</param>
    /// <param name="name">What people know it by, where that is known already.</param>
    /// <exception cref="SensorException">This is no identity of this backend.</exception>
    IHeartRateSensor Open(string id, string? name = null);
}
