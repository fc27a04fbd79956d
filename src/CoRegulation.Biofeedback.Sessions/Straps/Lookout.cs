namespace CoRegulation.Biofeedback.Sessions.Straps;

/// <summary>Looks for straps while somebody wants to know, and only then: looking takes air time from straps that are connected.</summary>
/// <param name="look">Looks until it is cancelled.</param>
internal sealed class Lookout(Func<CancellationToken, Task> look) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _disposed = new();
    private CancellationTokenSource? _looking;
    private Task _done = Task.CompletedTask;
    private int _wanting;

    /// <summary>Somebody wants to know, until what is returned is disposed of.</summary>
    public IDisposable Want()
    {
        lock (_lock)
        {
            if (_wanting++ == 0)
            {
                _looking = CancellationTokenSource.CreateLinkedTokenSource(_disposed.Token);
                _done = LookAsync(_done, _looking);
            }
        }

        return new Wish(this);
    }

    public async ValueTask DisposeAsync()
    {
        await _disposed.CancelAsync();
        await _done;
    }

    private async Task LookAsync(Task before, CancellationTokenSource stop)
    {
        using (stop)
        {
            await before;
            await look(stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            lock (_lock)
                _looking = _looking == stop ? null : _looking;
        }
    }

    private void Leave()
    {
        lock (_lock)
        {
            if (--_wanting == 0)
                _looking?.Cancel();
        }
    }

    private sealed class Wish(Lookout lookout) : IDisposable
    {
        private Lookout? _lookout = lookout;

        public void Dispose() => Interlocked.Exchange(ref _lookout, null)?.Leave();
    }
}
