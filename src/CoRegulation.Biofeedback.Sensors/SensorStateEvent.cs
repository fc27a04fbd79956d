namespace CoRegulation.Biofeedback.Sensors;

/// <summary>A sensor changed its state, or tells more about the same state.</summary>
/// <param name="ArrivalTimestamp">When.</param>
/// <param name="State">The new state.</param>
/// <param name="Detail">What is wrong and what to do, as a sentence for the person at the screen; null where the state says it all.</param>
public sealed record SensorStateEvent(long ArrivalTimestamp, SensorState State, string? Detail = null) : SensorEvent(ArrivalTimestamp);
