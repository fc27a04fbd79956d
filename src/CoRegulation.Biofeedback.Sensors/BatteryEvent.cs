namespace CoRegulation.Biofeedback.Sensors;

/// <summary>The battery level of a strap.</summary>
/// <param name="ArrivalTimestamp">When it arrived.</param>
/// <param name="Percent">0 to 100.</param>
public sealed record BatteryEvent(long ArrivalTimestamp, int Percent) : SensorEvent(ArrivalTimestamp);
