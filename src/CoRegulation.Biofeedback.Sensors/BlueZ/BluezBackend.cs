using System.Runtime.CompilerServices;
using CoRegulation.Biofeedback.Sensors.Connecting;

namespace CoRegulation.Biofeedback.Sensors.BlueZ;

/// <summary>Straps over BlueZ, the Bluetooth of Linux, by its interface on the system's message bus. Nothing is paired.</summary>
public sealed class BluezBackend : ISensorBackend
{
    /// <summary>The first part of the identities of its straps.</summary>
    public const string BackendName = "bluez";

    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private BluezSession? _session;
    private bool _disposed;

    /// <summary>Reaches nothing yet: the bus is joined when it is needed.</summary>
    /// <param name="time">The clock that stamps arrivals, in production an <see cref="ArrivalClock"/>.</param>
    /// <param name="options">Where BlueZ is; null for the defaults.</param>
    public BluezBackend(TimeProvider time, BluezOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(time);
        (_time, Options) = (time, options ?? new BluezOptions());
    }

    /// <inheritdoc/>
    public string Name => BackendName;

    internal BluezOptions Options { get; }

    internal BluezClaims Claims { get; } = new();

    /// <summary>What of Bluetooth works on this machine; never throws for a trouble, but tells it.</summary>
    /// <param name="time">A clock.</param>
    /// <param name="options">Where BlueZ is; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the checking.</param>
    public static async Task<BluezHealth> CheckAsync(TimeProvider time, BluezOptions? options = null, CancellationToken cancellationToken = default)
    {
        await using var backend = new BluezBackend(time, options);
        return await BluezHealth.CheckAsync(backend, cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SensorSighting> ScanAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (scan, looking) = await BeginScanAsync(cancellationToken);
        if (scan is null)
            yield break;
        try
        {
            await using var registration = cancellationToken.Register(() => scan.End());
            await foreach (var sighting in scan.Sightings.ReadAllAsync(CancellationToken.None))
                yield return sighting;
        }
        finally
        {
            scan.End();
            await looking!.DisposeAsync();
        }
    }

    /// <inheritdoc/>
    public IHeartRateSensor Open(string id, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        return new StrapSensor(new BluezLink(this, _time, BluezAddress.FromId(id), name), _time);
    }

    /// <summary>Leaves the bus. Straps that are still read lose their connection.</summary>
    public async ValueTask DisposeAsync()
    {
        await _oneAtATime.WaitAsync();
        _disposed = true;
        if (_session is not null)
            await _session.DisposeAsync();
        _oneAtATime.Release();
    }

    /// <summary>The way to BlueZ, made anew when the bus was lost.</summary>
    /// <exception cref="SensorException">There is none.</exception>
    internal async Task<BluezSession> SessionAsync(CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            if (_disposed)
                throw new SensorException(SensorTrouble.Other, "Bluetooth is being closed.");
            return _session = _session is { IsOver: false } session ? session : await BluezSession.OpenAsync(Options, _time, cancellationToken);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    // An iterator cannot catch around its yields.
    private async Task<(BluezScan? Scan, IAsyncDisposable? Looking)> BeginScanAsync(CancellationToken cancellationToken)
    {
        try
        {
            var session = await SessionAsync(cancellationToken);
            var looking = await session.Discovery.StartAsync(cancellationToken);
            var scan = new BluezScan(session, Options.RfkillFolder);
            scan.Begin();
            return (scan, looking);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return (null, null);
        }
    }
}
