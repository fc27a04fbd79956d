using System.Collections.Immutable;
using CoRegulation.Biofeedback.Sensors;

namespace CoRegulation.Biofeedback.Sessions.Straps;

/// <summary>The choosing of straps: who is in range, who sits at A and at B, and what their straps say. For any thread.</summary>
/// <remarks>Nothing is chosen by the program: a strap in the next room looks like one on a chest in this one.</remarks>
public sealed class SetUp : IAsyncDisposable
{
    private readonly IReadOnlyList<ISensorBackend> _backends;
    private readonly TimeProvider _time;
    private readonly RememberedStraps _remembered;
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly StrapsInRange _inRange;
    private readonly Dictionary<string, RadioTrouble> _troubles = [];
    private readonly Dictionary<string, Seat> _seats = Place.Ids.ToDictionary(id => id, id => new Seat(id));
    private readonly Lookout _lookout;
    private readonly IDisposable _choosing;
    private long _version;
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Begins to look for straps.</summary>
    /// <param name="backends">The radios; who made them disposes of them, after this.</param>
    /// <param name="time">The clock that stamps arrivals.</param>
    /// <param name="remembered">Who had which strap last time; null remembers nothing.</param>
    public SetUp(IReadOnlyList<ISensorBackend> backends, TimeProvider time, RememberedStraps? remembered = null)
    {
        ArgumentNullException.ThrowIfNull(backends);
        ArgumentNullException.ThrowIfNull(time);
        (_backends, _time, _remembered) = (backends, time, remembered ?? new RememberedStraps(null));
        _inRange = new StrapsInRange(time);
        _lookout = new Lookout(stop => Task.WhenAll(backends.Select(backend => new BackendScan(backend, time, Saw, Troubled).RunAsync(stop))));
        _choosing = _lookout.Want();
    }

    /// <summary>Everything as it is now.</summary>
    public SetUpState Now
    {
        get
        {
            lock (_lock)
                return new(_version, [.. Place.Ids.Select(id => View(_seats[id]))], _inRange.Now(), [.. _troubles.Values.OrderBy(trouble => trouble.Backend, StringComparer.Ordinal)]);
        }
    }

    /// <summary>Straps have been chosen: from now on they are looked for only while somebody looks on (<see cref="Look"/>).</summary>
    public void Rest() => _choosing.Dispose();

    /// <summary>Somebody looks on, and wants to see what is in range, until what is returned is disposed of.</summary>
    public IDisposable Look() => _lookout.Want();

    /// <summary>Ends when something has changed since a version; at once when it has already.</summary>
    public Task ChangedSinceAsync(long version)
    {
        lock (_lock)
            return _version > version ? Task.CompletedTask : _next.Task;
    }

    /// <summary>Gives a place a strap, which is connected at once.</summary>
    /// <param name="place">A or B.</param>
    /// <param name="id">The strap's identity, in range or not.</param>
    /// <param name="handOver">Called when the place has it, before the strap that was there is let go: a session takes the new one first,
    /// for one whose only strap has ended is over.</param>
    /// <exception cref="ChoiceRefusedException">The other has it, or there is no such strap.</exception>
    public void Choose(string place, string id, Action? handOver = null)
    {
        ChosenStrap? before;
        lock (_lock)
        {
            var seat = At(place);
            if (seat.Strap?.Id == id)
                return;
            if (_seats.Values.FirstOrDefault(other => other.Strap?.Id == id) is { } holder)
                throw new ChoiceRefusedException($"{Title(id)} is {holder.Name}'s already. Each person wears a strap of their own; to exchange the two, press Swap.");
            (before, seat.Strap) = (seat.Strap, Open(id));
        }

        try
        {
            Changed();
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
            (before, At(place).Strap) = (At(place).Strap, new ChosenStrap(sensor, _time, Changed));
        Changed();
        LetGo(before);
    }

    /// <summary>Takes a place's strap away.</summary>
    public void Clear(string place)
    {
        ChosenStrap? before;
        lock (_lock)
            (before, At(place).Strap) = (At(place).Strap, null);
        Changed();
        LetGo(before);
    }

    /// <summary>The straps change places; the names stay.</summary>
    public void Swap()
    {
        lock (_lock)
            (At("A").Strap, At("B").Strap) = (At("B").Strap, At("A").Strap);
        Changed();
    }

    /// <summary>The two people change places with their straps.</summary>
    public void ChangeSeats()
    {
        lock (_lock)
            (_seats["A"], _seats["B"]) = (_seats["B"].MovedTo("A"), _seats["A"].MovedTo("B"));
        Changed();
    }

    /// <summary>Says who sits at a place.</summary>
    /// <param name="place">A or B.</param>
    /// <param name="name">The name; empty for none.</param>
    /// <exception cref="ChoiceRefusedException">The name cannot be shown.</exception>
    public void Rename(string place, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length > Seat.LongestName)
            throw new ChoiceRefusedException(FormattableString.Invariant($"The name has {name.Length} characters; at most {Seat.LongestName} fit."));
        if (name.Any(char.IsControl))
            throw new ChoiceRefusedException("The name has control characters; write it on one line.");
        lock (_lock)
        {
            var seat = At(place);
            seat.Called = name.Trim();
            seat.Remembered = seat.IsCalled ? _remembered.Find(seat.Name) : null;
        }

        Changed();
    }

    /// <summary>Remembers the straps of those who have a name, for the next time.</summary>
    public void Remember()
    {
        lock (_lock)
        {
            foreach (var seat in _seats.Values.Where(seat => seat.IsCalled && seat.Strap is not null))
            {
                seat.Remembered = new RememberedStrap(seat.Strap!.Id, seat.Strap.Name);
                _remembered.Remember(seat.Name, seat.Remembered);
            }
        }

        Changed();
    }

    /// <summary>Forgets which strap the person at a place had.</summary>
    public void Forget(string place)
    {
        lock (_lock)
        {
            var seat = At(place);
            seat.Remembered = null;
            _remembered.Forget(seat.Name);
        }

        Changed();
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
        await _stop.CancelAsync();
        await _lookout.DisposeAsync();
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

    private ChosenStrap Open(string id)
    {
        var backend = _backends.FirstOrDefault(backend => id.StartsWith(backend.Name + ":", StringComparison.Ordinal))
            ?? throw new ChoiceRefusedException($"'{id}' is no strap that this program reaches. Choose one from the list.");
        try
        {
            return new ChosenStrap(backend.Open(id, _inRange.Find(id)?.Name ?? NameOf(id)), _time, Changed);
        }
        catch (SensorException e)
        {
            throw new ChoiceRefusedException(e.Message);
        }
    }

    private string? NameOf(string id) => _seats.Values.FirstOrDefault(seat => seat.Remembered?.Id == id)?.Remembered?.Name;

    private string Title(string id) =>
        $"{_inRange.Find(id)?.Name ?? _seats.Values.FirstOrDefault(seat => seat.Strap?.Id == id)?.Strap?.Name ?? id} ({SeenStrap.TailOf(id)})";

    private Place View(Seat seat) => new(
        seat.Id, seat.Name, seat.Strap?.Id, seat.Strap is { } strap ? _inRange.Find(strap.Id)?.Name ?? strap.Name : null, seat.Strap?.Now,
        seat.Remembered, _seats.Values.FirstOrDefault(other => other != seat && IsOneHeart(seat, other))?.Name);

    private static bool IsOneHeart(Seat one, Seat other) => one.Strap?.Now.Trail is { } trail && other.Strap?.Now.Trail is { } others && trail.IsOneHeart(others);

    private void Saw(SensorSighting sighting)
    {
        lock (_lock)
            _inRange.See(sighting);
        Changed();
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

        Changed();
    }

    private void Changed()
    {
        TaskCompletionSource told;
        lock (_lock)
        {
            _version++;
            (told, _next) = (_next, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        told.TrySetResult();
    }
}
