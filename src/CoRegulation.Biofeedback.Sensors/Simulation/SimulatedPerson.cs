namespace CoRegulation.Biofeedback.Sensors.Simulation;

/// <summary>A simulated person.</summary>
/// <param name="Id">A or B.</param>
/// <param name="Name">What the person is called on the screen.</param>
public sealed record SimulatedPerson(string Id, string Name);
