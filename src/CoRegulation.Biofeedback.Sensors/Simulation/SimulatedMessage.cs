namespace CoRegulation.Biofeedback.Sensors.Simulation;

/// <summary>Something that arrived from a simulated strap.</summary>
/// <param name="ArrivalS">When, s since session start, in whole microseconds.</param>
/// <param name="Person">Whose strap: A or B.</param>
public abstract record SimulatedMessage(double ArrivalS, string Person);
