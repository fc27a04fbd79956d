using System.Collections.Immutable;
using CoRegulation.Biofeedback.Sensors;

namespace CoRegulation.Biofeedback.Sessions.Straps;

/// <summary>Looks for straps with all radios, while somebody wants to know, and says what does not work of them. For any thread.</summary>
internal sealed class StrapSearch : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly StrapsInRange _inRange;
    private readonly Dictionary<string, RadioTrouble> _troubles = [];
    private readonly Lookout _lookout;
    private readonly Action _changed;

    /// <param name="backends">The radios.</param>
    /// <param name="time">The clock.</param>
    /// <param name="changed">Told of each change.</param>
    public StrapSearch(IReadOnlyList<ISensorBackend> backends, TimeProvider time, Action changed)
    {
        _changed = changed;
        _inRange = new StrapsInRange(time);
        _lookout = new Lookout(stop => Task.WhenAll(backends.Select(backend => new BackendScan(backend, time, Saw, Troubled).RunAsync(stop))));
    }

    /// <summary>The straps as they are now, and what does not work, as far as somebody looks. Both of one instant: a radio that has a trouble
    /// sees no strap.</summary>
    public (ImmutableArray<SeenStrap> InRange, ImmutableArray<RadioTrouble> Troubles) Now()
    {
        lock (_lock)
            return (_inRange.Now(), [.. _troubles.Values.OrderBy(trouble => trouble.Backend, StringComparer.Ordinal)]);
    }

    /// <summary>The strap with an identity; null where it is not in range.</summary>
    public SensorSighting? Find(string id)
    {
        lock (_lock)
            return _inRange.Find(id);
    }

    /// <summary>Somebody wants to know, until what is returned is disposed of.</summary>
    public IDisposable Want() => _lookout.Want();

    public ValueTask DisposeAsync() => _lookout.DisposeAsync();

    private void Saw(SensorSighting sighting)
    {
        lock (_lock)
            _inRange.See(sighting);
        _changed();
    }

    private void Troubled(string backend, RadioTrouble? trouble)
    {
        lock (_lock)
        {
            if (_troubles.GetValueOrDefault(backend) == trouble)
                return;
            if (trouble is null)
                _troubles.Remove(backend);
            else
                _troubles[backend] = trouble;
            if (trouble is not null)
                _inRange.Forget(backend);
        }

        _changed();
    }
}
