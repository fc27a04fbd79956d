using CoRegulation.Biofeedback.Sensors;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary>A line of <c>coreg sensors --json</c>.</summary>
/// <param name="Id">Identity, for <c>--a</c> and <c>--b</c>.</param>
/// <param name="Name">Name, fit to be shown.</param>
/// <param name="Backend">Which backend sees it.</param>
/// <param name="SignalDbm">dBm; null where it is not known.</param>
/// <param name="BatteryPercent">0 to 100; null where it is not known.</param>
/// <param name="InRange">False when it has gone.</param>
internal sealed record SensorLine(string Id, string Name, string Backend, int? SignalDbm, int? BatteryPercent, bool InRange)
{
    /// <summary>The line of a sighting.</summary>
    public SensorLine(string backend, SensorSighting sighting)
        : this(sighting.Id, sighting.Name, backend, sighting.SignalDbm, sighting.BatteryPercent, sighting.IsInRange)
    {
    }
}
