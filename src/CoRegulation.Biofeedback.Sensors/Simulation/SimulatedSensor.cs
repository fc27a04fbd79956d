using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace CoRegulation.Biofeedback.Sensors.Simulation;

/// <summary>Plays one person of a simulated session in real time.</summary>
public sealed class SimulatedSensor : IHeartRateSensor
{
    private readonly ImmutableArray<SimulatedMessage> _messages;
    private readonly TimeProvider _time;
    private readonly long _startTimestamp;
    private readonly CancellationTokenSource _disposed = new();
    private readonly bool _joinsLate;
    private int _next;

    /// <summary>A sensor that begins to play at a given instant.</summary>
    /// <param name="session">The session.</param>
    /// <param name="person">Whose strap: A or B.</param>
    /// <param name="time">The clock to play by.</param>
    /// <param name="startTimestamp">The timestamp of <paramref name="time"/> that is session time 0, the same for both people. Messages carry the timestamp
    /// of their simulated arrival, not of their delivery, so that a recording from here is the simulated one to the microsecond.</param>
    /// <param name="fromS">Session time from which it is heard, s; what the simulated strap sent before is not.</param>
    /// <exception cref="ArgumentException">There is no such person in the session.</exception>
    public SimulatedSensor(SimulatedSession session, string person, TimeProvider time, long startTimestamp, double fromS = 0)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(time);
        var who = session.People.FirstOrDefault(someone => someone.Id == person)
            ?? throw new ArgumentException($"Scenario '{session.Scenario.Name}' has no person {person}.", nameof(person));
        (_time, _startTimestamp) = (time, startTimestamp);
        _messages = [.. session.Messages.Where(message => message.Person == person && message.ArrivalS >= fromS)];
        _joinsLate = fromS > 0;
        Id = $"sim:{session.Scenario.Name}";
        Name = $"Simulated strap of {who.Name}";
    }

    /// <inheritdoc/>
    public string Id { get; }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Yields what the session holds for this person, each message once its time has come; ends after the last.</summary>
    /// <remarks>Reading again goes on where the last reading ended: nothing comes twice. One reader at a time.</remarks>
    public async IAsyncEnumerable<SensorEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposed.Token);
        if (_joinsLate && _next == 0)
            yield return new SensorStateEvent(_time.GetTimestamp(), SensorState.Connected);
        while (_next < _messages.Length)
        {
            var message = _messages[_next];
            // Exact for every provider that counts microseconds or finer.
            var timestamp = _startTimestamp + (long)Math.Round(message.ArrivalS * _time.TimestampFrequency);
            if (!await WaitUntilAsync(timestamp, stop.Token))
                yield break;
            _next++;
            yield return message switch
            {
                SimulatedNotification notification => new NotificationEvent(timestamp, notification.Bytes.AsMemory()),
                SimulatedState state => new SensorStateEvent(timestamp, state.State),
                SimulatedBattery battery => new BatteryEvent(timestamp, battery.Percent),
                _ => throw new InvalidOperationException($"A simulated strap sends no {message.GetType().Name}."),
            };
        }
    }

    /// <summary>Ends a reading that runs.</summary>
    public async ValueTask DisposeAsync() => await _disposed.CancelAsync();

    private async Task<bool> WaitUntilAsync(long timestamp, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var left = _time.GetElapsedTime(_time.GetTimestamp(), timestamp);
            if (left <= TimeSpan.Zero)
                return true;
            // Timers count whole milliseconds: round up, or the last wait would be many of none.
            var wait = Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), _time, stop);
            await wait.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return false;
    }
}
