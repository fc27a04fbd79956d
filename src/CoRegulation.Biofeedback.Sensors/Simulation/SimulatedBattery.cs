namespace CoRegulation.Biofeedback.Sensors.Simulation;

/// <summary>The level of the strap's battery.</summary>
/// <param name="ArrivalS">When, s since session start, in whole microseconds.</param>
/// <param name="Person">Whose strap: A or B.</param>
/// <param name="Percent">0 to 100.</param>
public sealed record SimulatedBattery(double ArrivalS, string Person, int Percent) : SimulatedMessage(ArrivalS, Person);
