namespace CoRegulation.Biofeedback.Sensors.Simulation.Hearts;

/// <summary>An episode as it happened.</summary>
/// <param name="OnsetS">When the rate began to rise, s since session start.</param>
/// <param name="PeakS">When it began to return, s.</param>
/// <param name="AmplitudeBpm">How far it rose, bpm.</param>
/// <param name="TauS">Time constant of the return, s.</param>
public sealed record EpisodeTruth(double OnsetS, double PeakS, double AmplitudeBpm, double TauS);
