using CoRegulation.Biofeedback.Sensors;

namespace CoRegulation.Biofeedback.Sessions.Live;

/// <summary>A strap and who wears it.</summary>
/// <param name="Person">A or B.</param>
/// <param name="Sensor">The strap; the session disposes of it.</param>
public sealed record SessionSensor(string Person, IHeartRateSensor Sensor);
