using CoRegulation.Biofeedback.Sensors;

namespace CoRegulation.Biofeedback.Sessions.Straps;

/// <summary>The choosing of straps: who is in range, who sits at A and at B, and what their straps say. For any thread.</summary>
/// <remarks>Nothing is chosen by the program: a strap in the next room looks like one on a chest in this one.</remarks>
public sealed partial class SetUp : IAsyncDisposable
{
    private readonly IReadOnlyList<ISensorBackend> _backends;
    private readonly TimeProvider _time;
    private readonly RememberedStraps _remembered;
    private readonly Lock _lock = new();
    private readonly Versions _versions = new();
    private readonly StrapSearch _search;
    private readonly Dictionary<string, Seat> _seats = Place.Ids.ToDictionary(id => id, id => new Seat(id));
    private readonly IDisposable _choosing;

    /// <summary>Begins to look for straps.</summary>
    /// <param name="backends">The radios; who made them disposes of them, after this.</param>
    /// <param name="time">The clock that stamps arrivals.</param>
    /// <param name="remembered">Who had which strap last time; null remembers nothing.</param>
    public SetUp(IReadOnlyList<ISensorBackend> backends, TimeProvider time, RememberedStraps? remembered = null)
    {
        ArgumentNullException.ThrowIfNull(backends);
        ArgumentNullException.ThrowIfNull(time);
        (_backends, _time, _remembered) = (backends, time, remembered ?? new RememberedStraps(null));
        _search = new StrapSearch(backends, time, _versions.Count);
        _choosing = _search.Want();
    }

    /// <summary>Everything as it is now.</summary>
    public SetUpState Now
    {
        get
        {
            var version = _versions.Now;
            lock (_lock)
            {
                var (inRange, troubles) = _search.Now();
                return new(version, [.. Place.Ids.Select(id => View(_seats[id]))], inRange, troubles);
            }
        }
    }

    /// <summary>Straps have been chosen: from now on they are looked for only while somebody looks on (<see cref="Look"/>).</summary>
    public void Rest() => _choosing.Dispose();

    /// <summary>Somebody looks on, and wants to see what is in range, until what is returned is disposed of.</summary>
    public IDisposable Look() => _search.Want();

    /// <summary>Ends when something has changed since a version; at once when it has already.</summary>
    public Task ChangedSinceAsync(long version) => _versions.SinceAsync(version);

    /// <summary>Gives a place a strap, which is connected at once.</summary>
    /// <param name="place">A or B.</param>
    /// <param name="id">The strap's identity, in range or not.</param>
    /// <param name="name">What the strap is known by, from a recording say; null where nothing told it.</param>
    /// <param name="handOver">Called when the place has it, before the strap that was there is let go: a session takes the new one first,
    /// for one whose only strap has ended is over.</param>
    /// <exception cref="ChoiceRefusedException">The other has it, or there is no such strap.</exception>
    public void Choose(string place, string id, string? name = null, Action? handOver = null)
    {
        id = StrapIdentity.Normal(id);
        ChosenStrap? before;
        lock (_lock)
        {
            var seat = At(place);
            if (seat.Strap?.Id == id)
                return;
            if (_seats.Values.FirstOrDefault(other => other.Strap?.Id == id) is { } holder)
                throw new ChoiceRefusedException($"{Title(id)} is {holder.Name}'s already. Each person wears a strap of their own; to exchange the two, press Swap.");
            (before, seat.Strap) = (seat.Strap, Open(id, name));
        }

        try
        {
            _versions.Count();
            handOver?.Invoke();
        }
        finally
        {
            LetGo(before);
        }
    }

    /// <summary>Gives a place a strap that was opened already, a simulated person's say.</summary>
    /// <param name="place">A or B.</param>
    /// <param name="sensor">The strap; this disposes of it.</param>
    public void Give(string place, IHeartRateSensor sensor)
    {
        ArgumentNullException.ThrowIfNull(sensor);
        ChosenStrap? before;
        lock (_lock)
            (before, At(place).Strap) = (At(place).Strap, new ChosenStrap(sensor, _time, _versions.Count));
        _versions.Count();
        LetGo(before);
    }

    /// <summary>Takes a place's strap away.</summary>
    public void Clear(string place)
    {
        ChosenStrap? before;
        lock (_lock)
            (before, At(place).Strap) = (At(place).Strap, null);
        _versions.Count();
        LetGo(before);
    }

    /// <summary>The straps change places; the names stay.</summary>
    public void Swap()
    {
        lock (_lock)
            (At("A").Strap, At("B").Strap) = (At("B").Strap, At("A").Strap);
        _versions.Count();
    }

    /// <summary>The strap of a place for one more reader, who does not own it; null while none is chosen.</summary>
    public IHeartRateSensor? Lend(string place)
    {
        lock (_lock)
            return At(place).Strap?.Lend();
    }

    /// <summary>Lets go of the straps and ends the search.</summary>
    public async ValueTask DisposeAsync()
    {
        await _search.DisposeAsync();
        foreach (var seat in _seats.Values)
        {
            if (seat.Strap is { } strap)
                await strap.DisposeAsync();
        }
    }

    // Nobody waits for a radio that takes its time to let go; the strap is deaf at once.
    private static void LetGo(ChosenStrap? strap) => _ = strap?.DisposeAsync().AsTask();

    private Seat At(string place) =>
        _seats.TryGetValue(place, out var seat) ? seat : throw new ChoiceRefusedException($"There is no place '{place}': it is A or B.");

    private ChosenStrap Open(string id, string? name)
    {
        var backend = _backends.FirstOrDefault(backend => id.StartsWith(backend.Name + ":", StringComparison.Ordinal))
            ?? throw new ChoiceRefusedException($"'{id}' is no strap that this program reaches. Choose one from the list, or name it as 'coreg sensors' does, beginning with {string.Join(" or ", _backends.Select(backend => $"'{backend.Name}:'"))}.");
        try
        {
            return new ChosenStrap(backend.Open(id, _search.Find(id)?.Name ?? name ?? NameOf(id)), _time, _versions.Count);
        }
        catch (SensorException e)
        {
            throw new ChoiceRefusedException(e.Message);
        }
    }

    private string? NameOf(string id) => _seats.Values.FirstOrDefault(seat => seat.Remembered?.Id == id)?.Remembered?.Name;

    private string Title(string id)
    {
        var name = _search.Find(id)?.Name ?? _seats.Values.FirstOrDefault(seat => seat.Strap?.Id == id)?.Strap?.Name ?? id;
        return SeenStrap.TailBeside(name, id) is { Length: > 0 } tail ? $"{name} ({tail})" : name;
    }

    private Place View(Seat seat) => new(
        seat.Id, seat.Name, seat.Strap?.Id, seat.Strap is { } strap ? _search.Find(strap.Id)?.Name ?? strap.Name : null, seat.Strap?.Now,
        seat.Remembered, _seats.Values.FirstOrDefault(other => other != seat && IsOneHeart(seat, other))?.Name);

    private static bool IsOneHeart(Seat one, Seat other) => one.Strap?.Now.Trail is { } trail && other.Strap?.Now.Trail is { } others && trail.IsOneHeart(others);
}
