namespace CoRegulation.Biofeedback.Sensors;

/// <summary>A strap that was seen while scanning.</summary>
/// <param name="Id">Its identity, <c>backend:address</c>.</param>
/// <param name="Name">Its name, fit to be shown (see <see cref="StrapName"/>).</param>
/// <param name="SignalDbm">Strength of its signal, dBm (about -40 beside the antenna to -100 at the limit); null where it is not known.</param>
/// <param name="BatteryPercent">0 to 100; null where it is not known, as it is for most straps before they are connected.</param>
/// <param name="HasHeartRateService">Whether it says that it has the heart rate service (0x180D).</param>
/// <param name="IsInRange">False when it has gone.</param>
public sealed record SensorSighting(
    string Id, string Name, int? SignalDbm = null, int? BatteryPercent = null, bool HasHeartRateService = true, bool IsInRange = true);
