using CoRegulation.Biofeedback.Sensors.BlueZ.Bus;

namespace CoRegulation.Biofeedback.Sensors.BlueZ;

/// <summary>One connection to the bus and what BlueZ says over it. bluetoothd may go and come back meanwhile.</summary>
internal sealed class BluezSession : IAsyncDisposable
{
    private readonly BluezOptions _options;
    private readonly BluezOwner _owner = new();
    private BusConnection? _bus;

    private BluezSession(BluezOptions options)
    {
        _options = options;
        Discovery = new(this, options);
    }

    /// <summary>Raised after <see cref="Objects"/> took a signal in, on the bus thread: handlers must not wait. Null: everything may have changed.</summary>
    public event Action<BusMessage?>? Heard;

    public BluezObjects Objects { get; } = new();

    public BluezDiscovery Discovery { get; }

    /// <summary>Whether the bus is gone; then there is nothing to be had from here any more.</summary>
    public bool IsOver => _bus is null || _bus.Closed.IsCompleted;

    /// <exception cref="SensorException">There is no bus to be had.</exception>
    public static async Task<BluezSession> OpenAsync(BluezOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var session = new BluezSession(options);
        var joining = BusConnection.OpenAsync(options.BusAddress, time, session.Hear);
        try
        {
            session._bus = await joining.WaitAsync(cancellationToken);
            _ = session._bus.Closed.ContinueWith(_ => session.Lose(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            await session.ListenAsync(cancellationToken);
            return session;
        }
        catch (Exception fault)
        {
            _ = LeaveAsync(joining);
            if (fault is BusException or DllNotFoundException or EntryPointNotFoundException or IOException)
                throw BluezTrouble.OfBus(fault, options.BusAddress);
            throw;
        }
    }

    /// <summary>Makes sure that BlueZ is there, and its objects known; the bus may start it.</summary>
    /// <exception cref="SensorException">It is not, or does not answer.</exception>
    public async Task RequireServiceAsync(CancellationToken cancellationToken)
    {
        if (Objects.IsServiceThere)
            return;
        try
        {
            await ReloadAsync(startsProgram: true, cancellationToken);
        }
        catch (BusException fault)
        {
            throw BluezTrouble.OfService(fault);
        }
    }

    /// <summary>Makes sure that an adapter can be used.</summary>
    /// <exception cref="SensorException">None can.</exception>
    public async Task RequireAdapterAsync(CancellationToken cancellationToken)
    {
        await RequireServiceAsync(cancellationToken);
        if (BluezTrouble.OfAdapters(Objects, _options.RfkillFolder) is { } trouble)
            throw trouble;
    }

    /// <summary>Calls a method of BlueZ.</summary>
    /// <exception cref="BusException">It failed.</exception>
    public Task<BusMessage> CallAsync(string path, string @interface, string member, TimeSpan timeout, CancellationToken cancellationToken, params IReadOnlyList<object> arguments) =>
        _bus!.CallAsync(new(BluezNames.Service, path, @interface, member, arguments), answer => answer, timeout, cancellationToken);

    /// <summary>Asks for signals, or no longer.</summary>
    public Task MatchAsync(bool add, string rule, TimeSpan timeout, CancellationToken cancellationToken) =>
        _bus!.CallAsync(new(BluezNames.Bus, BluezNames.BusPath, BluezNames.Bus, add ? "AddMatch" : "RemoveMatch", rule), answer => answer, timeout, cancellationToken);

    /// <summary>Waits until something can be found, looking now and after each signal.</summary>
    /// <param name="look">What is looked for; null while it is not there. Runs on any thread and may throw what the waiting is to end with.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<T> UntilAsync<T>(Func<T?> look, CancellationToken cancellationToken)
        where T : class
    {
        var found = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Heard += Look;
        try
        {
            Look(null);
            return await found.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            Heard -= Look;
        }

        void Look(BusMessage? message)
        {
            try
            {
                if (look() is { } result)
                    found.TrySetResult(result);
            }
            catch (SensorException trouble)
            {
                found.TrySetException(trouble);
            }
        }
    }

    /// <summary>Leaves the bus, and with it whatever was asked for.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_bus is not null)
            await _bus.DisposeAsync();
    }

    // A bus that lets nobody in may take its time; whoever gave up does not wait for it.
    private static async Task LeaveAsync(Task<BusConnection> joining)
    {
        await ((Task)joining).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (joining.IsCompletedSuccessfully)
            await (await joining).DisposeAsync();
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        string[] rules =
        [
            $"type='signal',sender='{BluezNames.Bus}',interface='{BluezNames.Bus}',member='{BluezNames.NameOwnerChanged}',arg0='{BluezNames.Service}'",
            $"type='signal',sender='{BluezNames.Service}',interface='{BluezNames.ObjectManager}'",
            BluezNames.ChangesOf(BluezNames.Adapter),
            BluezNames.ChangesOf(BluezNames.Device),
            BluezNames.ChangesOf(BluezNames.Battery),
        ];
        foreach (var rule in rules)
            await MatchAsync(add: true, rule, _options.Request, cancellationToken);
        try
        {
            await _bus!.CallAsync(new(BluezNames.Bus, BluezNames.BusPath, BluezNames.Bus, "GetNameOwner", BluezNames.Service), _owner.Take, _options.Request, cancellationToken);
        }
        catch (BusException fault) when (fault.Name == BusException.NameHasNoOwner)
        {
            // Nobody yet; the bus tells when that changes.
        }
    }

    private async Task ReloadAsync(bool startsProgram, CancellationToken cancellationToken)
    {
        var everything = new BusCall(BluezNames.Service, "/", BluezNames.ObjectManager, "GetManagedObjects") { StartsProgram = startsProgram };
        await _bus!.CallAsync(everything, TakeIn, _options.Request, cancellationToken);

        bool TakeIn(BusMessage answer)
        {
            Objects.Reset(answer);
            Heard?.Invoke(null);
            return true;
        }
    }

    private void Hear(BusMessage signal)
    {
        if (_owner.IsChangedBy(signal))
        {
            Objects.Clear();
            if (signal.At<string>(2) is { Length: > 0 })
                _ = ReloadAsync(startsProgram: false, CancellationToken.None).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            Heard?.Invoke(null);
            return;
        }

        if (!_owner.Sent(signal))
            return;
        Objects.Apply(signal);
        Heard?.Invoke(signal);
    }

    private void Lose()
    {
        Objects.Clear();
        Heard?.Invoke(null);
    }
}
