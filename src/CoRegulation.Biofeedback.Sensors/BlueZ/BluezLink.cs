using CoRegulation.Biofeedback.Sensors.Connecting;

namespace CoRegulation.Biofeedback.Sensors.BlueZ;

/// <summary>One strap as BlueZ reaches it.</summary>
internal sealed class BluezLink : IStrapLink
{
    // Until it has been connected, a strap that was just seen by a scan need not be seen again.
    private static readonly TimeSpan SeenLately = TimeSpan.FromSeconds(10);

    private readonly BluezBackend _backend;
    private readonly TimeProvider _time;
    private string _address;
    private string? _told;
    private bool _hasWorked;
    private bool _failedThoughSeen;
    private long _since;

    public BluezLink(BluezBackend backend, TimeProvider time, string address, string? name)
    {
        (_backend, _time, _address, _told) = (backend, time, address, name);
        (Id, Name) = (BluezAddress.ToId(address), StrapName.Of(name, address));
        _since = time.GetTimestamp() - (long)(SeenLately.TotalSeconds * time.TimestampFrequency);
    }

    /// <inheritdoc/>
    public string Id { get; }

    /// <inheritdoc/>
    public string Name { get; private set; }

    /// <inheritdoc/>
    public async Task<IAsyncDisposable> ConnectAsync(IStrapListener listener, CancellationToken cancellationToken)
    {
        using var claim = _backend.Claims.TryTake(_address) is { } taken ? new Handover(taken) : throw BluezTrouble.UsedHere(Name);
        var session = await _backend.SessionAsync(cancellationToken);
        await session.RequireAdapterAsync(cancellationToken);
        var (device, isSeen) = await FindAsync(session, cancellationToken);
        (_told, Name) = (device.Name ?? _told, StrapName.Of(device.Name ?? _told, _address));
        _failedThoughSeen = isSeen;
        var options = _backend.Options;
        var connection = new BluezConnection(session, options, _time, device, Name, listener, claim.Pass());
        try
        {
            await connection.OpenAsync(isSeen ? options.Connect : options.ConnectUnseen, mayBeNoStrap: !_hasWorked, cancellationToken);
            (_hasWorked, _failedThoughSeen) = (true, false);
            return new Ending(connection, () => _since = _time.GetTimestamp());
        }
        catch
        {
            _since = _time.GetTimestamp();
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends when the strap is seen, or when Bluetooth can be used again. A strap that was seen and did not let itself be connected is not seen:
    /// it would be tried as often as it advertises.</summary>
    public async Task SeenAsync(CancellationToken cancellationToken)
    {
        try
        {
            var session = await _backend.SessionAsync(cancellationToken);
            if (Trouble(session) is not null)
            {
                await session.UntilAsync(() => Trouble(session) is null ? session : null, cancellationToken);
                return;
            }

            if (!_failedThoughSeen)
            {
                await using var looking = await session.Discovery.StartAsync(cancellationToken);
                await session.UntilAsync(() => Sighted(session), cancellationToken);
                return;
            }
        }
        catch (SensorException)
        {
            // Connecting will meet the same trouble, and tell it.
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, _time, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private SensorException? Trouble(BluezSession session) => BluezTrouble.OfAdapters(session.Objects, _backend.Options.RfkillFolder);

    private BluezDevice? Sighted(BluezSession session) =>
        session.Objects.FindAddress(_address) is { } device && (device.IsConnected || device.LastSeen > _since) ? device : null;

    /// <summary>The strap, and whether it was seen; one that BlueZ knows may be tried though it was not.</summary>
    private async Task<(BluezDevice Device, bool IsSeen)> FindAsync(BluezSession session, CancellationToken cancellationToken)
    {
        if (Sighted(session) is { } there)
            return (there, true);
        using var patience = new CancellationTokenSource(_hasWorked ? _backend.Options.LookAgain : _backend.Options.LookFirst, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        BluezDevice? namesake = null;
        await using (await session.Discovery.StartAsync(cancellationToken))
        {
            try
            {
                return (await session.UntilAsync(() => Trouble(session) is { } trouble ? throw trouble : Sighted(session), either.Token), true);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                namesake = Namesake(session);
            }
        }

        _failedThoughSeen = false;
        if (namesake is not null)
            throw Follow(namesake);
        return (session.Objects.FindAddress(_address) ?? throw BluezTrouble.NotInRange(Name), false);
    }

    /// <summary>The only strap in range with the name of the one that is gone, under an address that it may change.</summary>
    private BluezDevice? Namesake(BluezSession session)
    {
        if (_told is null)
            return null;
        var namesakes = session.Objects.Devices.Where(device => device.Name == _told && device.Address != _address && device.HasHeartRateService && device.IsInRange).ToArray();
        return namesakes is [{ HasRandomAddress: true, IsConnected: false } only] && !_backend.Claims.Has(only.Address) ? only : null;
    }

    // Another heart than the chosen one would be worse than none: only a name that holds a number of its own is followed.
    private SensorException Follow(BluezDevice namesake)
    {
        if (_told!.Count(char.IsAsciiDigit) < 4)
        {
            return new(
                SensorTrouble.NotInRange,
                $"{Name} is not in range, but a strap of the same name is, with another address ({namesake.Address}). If that one is yours, choose it anew.");
        }

        _address = namesake.Address;
        return new(
            SensorTrouble.NotInRange,
            $"{Name} has another address now ({namesake.Address}); the only strap of that name in range is connected. If that one is not yours, choose anew.");
    }

    /// <summary>A claim that is given back unless it was passed on.</summary>
    private sealed class Handover(IDisposable claim) : IDisposable
    {
        private IDisposable? _claim = claim;

        public IDisposable Pass() => Interlocked.Exchange(ref _claim, null)!;

        public void Dispose() => _claim?.Dispose();
    }

    private sealed class Ending(BluezConnection connection, Action ended) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            ended();
            await connection.DisposeAsync();
        }
    }
}
