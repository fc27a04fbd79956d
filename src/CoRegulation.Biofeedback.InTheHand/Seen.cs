using CoRegulation.Biofeedback.Sensors;

namespace CoRegulation.Biofeedback.InTheHand;

/// <summary>What one device has told so far: packets carry its name or its services, seldom both.</summary>
internal sealed class Seen(string backend, string address)
{
    private const int SignalStepDb = 3;
    private string? _name;
    private bool _hasHeartRate;
    private int? _signalDbm;
    private SensorSighting? _told;

    /// <summary>When it was last seen.</summary>
    public long Timestamp { get; private set; }

    /// <summary>Takes what came in, and returns a sighting when there is something new about a strap.</summary>
    public SensorSighting? Take(long timestamp, string? name, bool hasHeartRate, int? signalDbm)
    {
        Timestamp = timestamp;
        _name = string.IsNullOrWhiteSpace(name) ? _name : name;
        _hasHeartRate |= hasHeartRate;
        _signalDbm = signalDbm ?? _signalDbm;
        if (!_hasHeartRate && !StrapNames.Known(_name))
            return null;

        var sighting = new SensorSighting($"{backend}:{address}", StrapName.Of(_name, address), _signalDbm, null, _hasHeartRate);
        var isNews = _told is null || !_told.IsInRange || _told with { SignalDbm = null } != sighting with { SignalDbm = null }
            || Math.Abs((_told.SignalDbm ?? 0) - (sighting.SignalDbm ?? 0)) >= SignalStepDb;
        return isNews ? _told = sighting : null;
    }

    /// <summary>It was not seen for long; a sighting that says so, once.</summary>
    public SensorSighting? Leave() => _told is { IsInRange: true } ? _told = _told with { IsInRange = false, SignalDbm = null } : null;
}
