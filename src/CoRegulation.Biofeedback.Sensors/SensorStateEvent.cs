namespace CoRegulation.Biofeedback.Sensors;

/// <summary>A sensor changed its state.</summary>
/// <param name="ArrivalTimestamp">When.</param>
/// <param name="State">The new state.</param>
public sealed record SensorStateEvent(long ArrivalTimestamp, SensorState State) : SensorEvent(ArrivalTimestamp);
