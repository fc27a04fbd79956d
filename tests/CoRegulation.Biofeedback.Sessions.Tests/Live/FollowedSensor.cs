using System.Runtime.CompilerServices;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.Simulation;

namespace CoRegulation.Biofeedback.Sessions.Tests.Live;

/// <summary>A simulated strap that tells how far its reader has come, so that a clock that costs nothing does not run away from it on a busy machine.</summary>
internal sealed class FollowedSensor(SimulatedSession session, string person, TimeProvider time, long startTimestamp, double fromS = 0) : IHeartRateSensor
{
    private readonly SimulatedSensor _strap = new(session, person, time, startTimestamp, fromS);
    private readonly double[] _arrivalsS = [.. session.Messages.Where(message => message.Person == person && message.ArrivalS >= fromS).Select(message => message.ArrivalS)];
    private int _taken;

    public string Id => _strap.Id;

    public string Name => _strap.Name;

    public string Person => person;

    /// <summary>Whether something that has arrived is still to be taken.</summary>
    public bool IsBehind
    {
        get
        {
            var nowS = time.GetElapsedTime(startTimestamp).TotalSeconds;
            return Volatile.Read(ref _taken) < _arrivalsS.Count(arrivalS => arrivalS <= nowS);
        }
    }

    public async IAsyncEnumerable<SensorEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Who joins late is told to be connected first, which is no message of the simulated session.
        var isMessage = fromS == 0;
        await foreach (var message in _strap.ReadAsync(cancellationToken))
        {
            yield return message;
            if (isMessage)
                Interlocked.Increment(ref _taken);
            isMessage = true;
        }
    }

    public ValueTask DisposeAsync() => _strap.DisposeAsync();
}
