using System.Collections.Immutable;
using CoRegulation.Biofeedback.Sensors;

namespace CoRegulation.Biofeedback.Sessions.Straps;

/// <summary>The straps that were seen of late. Not thread-safe.</summary>
/// <param name="time">The clock.</param>
public sealed class StrapsInRange(TimeProvider time)
{
    /// <summary>A strap not seen for so long is said to have gone quiet. 20 s: they advertise every second or so, and radios report the same again late.</summary>
    public static readonly TimeSpan QuietAfter = TimeSpan.FromSeconds(20);

    /// <summary>One not seen for so long is not listed any more. 90 s.</summary>
    public static readonly TimeSpan GoneAfter = TimeSpan.FromSeconds(90);

    private readonly Dictionary<string, (SensorSighting Sighting, long Timestamp)> _straps = [];
    private readonly Dictionary<string, int> _orders = [];

    /// <summary>Takes a sighting; one that says that the strap is gone takes it off the list.</summary>
    public void See(SensorSighting sighting)
    {
        ArgumentNullException.ThrowIfNull(sighting);
        if (!sighting.IsInRange)
        {
            _straps.Remove(sighting.Id);
            return;
        }

        _straps.TryGetValue(sighting.Id, out var before);
        _orders.TryAdd(sighting.Id, _orders.Count);
        _straps[sighting.Id] = (sighting with { BatteryPercent = sighting.BatteryPercent ?? before.Sighting?.BatteryPercent }, time.GetTimestamp());
    }

    /// <summary>Forgets what a backend saw, when it cannot see any longer.</summary>
    /// <param name="backend">The first part of the straps' identities.</param>
    public void Forget(string backend)
    {
        foreach (var id in _straps.Keys.Where(id => id.StartsWith(backend + ":", StringComparison.Ordinal)).ToList())
            _straps.Remove(id);
    }

    /// <summary>The strap with an identity; null where it is not in range.</summary>
    public SensorSighting? Find(string id) => _straps.TryGetValue(id, out var strap) ? strap.Sighting : null;

    /// <summary>The straps as they are now, in the order in which they were first seen, gone meanwhile or not, so that no list jumps under a finger; those
    /// that say that they measure heart rates come first.</summary>
    public ImmutableArray<SeenStrap> Now()
    {
        var now = time.GetTimestamp();
        foreach (var id in _straps.Where(strap => time.GetElapsedTime(strap.Value.Timestamp, now) >= GoneAfter).Select(strap => strap.Key).ToList())
            _straps.Remove(id);
        return [.. _straps.Values
            .OrderBy(strap => strap.Sighting.HasHeartRateService ? 0 : 1)
            .ThenBy(strap => _orders[strap.Sighting.Id])
            .Select(strap => new SeenStrap(strap.Sighting, strap.Timestamp, time.GetElapsedTime(strap.Timestamp, now) >= QuietAfter))];
    }
}
