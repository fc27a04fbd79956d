namespace CoRegulation.Biofeedback.Sensors.Simulation.Hearts;

/// <summary>An episode as it happened.</summary>
/// <param name="OnsetS">When the rate began to rise, s since session start.</param>
/// <param name="PeakS">When it began to return, s.</param>
/// <param name="AmplitudeBpm">How far it rose, bpm.</param>
/// <param name="TauS">Time constant of the return, s.</param>
public sealed record EpisodeTruth(double OnsetS, double PeakS, double AmplitudeBpm, double TauS)
{
    /// <summary>From the peak to the first instant from which the rate (its centred running median of 10 s) stays at or below the baseline and one
    /// spread, or 2 bpm where that is more, for 30 s; null when the session or the next episode came first, or there is no baseline.</summary>
    public double? TimeToBaselineS { get; init; }
}
