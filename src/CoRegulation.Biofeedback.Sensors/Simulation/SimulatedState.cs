namespace CoRegulation.Biofeedback.Sensors.Simulation;

/// <summary>A change of what the strap does.</summary>
/// <param name="ArrivalS">When, s since session start, in whole microseconds.</param>
/// <param name="Person">Whose strap: A or B.</param>
/// <param name="State">The new state.</param>
public sealed record SimulatedState(double ArrivalS, string Person, SensorState State) : SimulatedMessage(ArrivalS, Person);
