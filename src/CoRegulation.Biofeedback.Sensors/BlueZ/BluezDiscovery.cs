using CoRegulation.Biofeedback.Sensors.BlueZ.Bus;

namespace CoRegulation.Biofeedback.Sensors.BlueZ;

/// <summary>Looks for straps on every adapter while somebody wants it, and only then: looking takes air time from straps that are connected.</summary>
internal sealed class BluezDiscovery
{
    private readonly Dictionary<string, object> _filter = new()
    {
        ["UUIDs"] = new[] { BluezNames.HeartRateService },
        ["Transport"] = "le",
        ["DuplicateData"] = true, // each advertisement counts: it tells that a strap is back
    };

    private readonly BluezSession _session;
    private readonly BluezOptions _options;
    private readonly HashSet<string> _running = []; // adapters; its own lock
    private Task _mending = Task.CompletedTask; // under the same lock
    private int _wanted;

    public BluezDiscovery(BluezSession session, BluezOptions options)
    {
        (_session, _options) = (session, options);
        session.Heard += Follow;
    }

    /// <summary>Begins to look; to dispose of the result ends it, unless somebody else still looks. An adapter that comes later takes part.</summary>
    /// <exception cref="SensorException">No adapter can look.</exception>
    public async Task<IAsyncDisposable> StartAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _wanted);
        try
        {
            await _session.RequireAdapterAsync(cancellationToken);
            if (await MendAsync().WaitAsync(cancellationToken) is { } fault)
                throw BluezTrouble.OfDiscovery(fault, _session.Objects, _options.RfkillFolder);
            return new Lease(this);
        }
        catch
        {
            await EndAsync();
            throw;
        }
    }

    private async Task EndAsync()
    {
        Interlocked.Decrement(ref _wanted);
        await MendAsync();
    }

    /// <summary>Makes what runs what is wanted, one change at a time; null when something runs, or nothing need.</summary>
    private Task<BusException?> MendAsync()
    {
        lock (_running)
        {
            var mending = MendAfterAsync(_mending);
            _mending = mending;
            return mending;
        }
    }

    private async Task<BusException?> MendAfterAsync(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        BusException? fault = null;
        var isWanted = Volatile.Read(ref _wanted) > 0;
        foreach (var adapter in _session.Objects.Adapters.Where(adapter => adapter.IsPowered && IsRunning(adapter.Path) != isWanted))
            fault = (isWanted ? await StartAsync(adapter.Path) : await StopAsync(adapter.Path)) ?? fault;
        lock (_running)
            return _running.Count > 0 ? null : fault;
    }

    private async Task<BusException?> StartAsync(string adapter)
    {
        try
        {
            await _session.CallAsync(adapter, BluezNames.Adapter, "SetDiscoveryFilter", _options.Request, CancellationToken.None, _filter);
            await _session.CallAsync(adapter, BluezNames.Adapter, "StartDiscovery", _options.Request, CancellationToken.None);
        }
        catch (BusException fault) when (fault.Name == "org.bluez.Error.InProgress")
        {
            // It runs already: that is what was wanted.
        }
        catch (BusException fault)
        {
            return fault;
        }

        lock (_running)
            _running.Add(adapter);
        return null;
    }

    private async Task<BusException?> StopAsync(string adapter)
    {
        lock (_running)
            _running.Remove(adapter);
        try
        {
            await _session.CallAsync(adapter, BluezNames.Adapter, "StopDiscovery", _options.Request, CancellationToken.None);
            return null;
        }
        catch (BusException fault)
        {
            return fault;
        }
    }

    private bool IsRunning(string adapter)
    {
        lock (_running)
            return _running.Contains(adapter);
    }

    // An adapter that went off, or a bluetoothd that went, looks no longer; one that came is to look.
    private void Follow(BusMessage? signal)
    {
        if (signal is not null && signal.Member is not (BluezNames.InterfacesAdded or BluezNames.InterfacesRemoved) && signal.At<string>(0) != BluezNames.Adapter)
            return;
        var powered = _session.Objects.Adapters.Where(adapter => adapter.IsPowered).Select(adapter => adapter.Path).ToHashSet();
        bool isAmiss;
        lock (_running)
        {
            _running.IntersectWith(powered);
            isAmiss = Volatile.Read(ref _wanted) > 0 && !_running.SetEquals(powered);
        }

        if (isAmiss)
            _ = MendAsync();
    }

    private sealed class Lease(BluezDiscovery discovery) : IAsyncDisposable
    {
        private int _ended;

        public async ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref _ended, 1) == 0)
                await discovery.EndAsync();
        }
    }
}
