namespace CoRegulation.Biofeedback.Sensors.Simulation.Straps;

/// <summary>How the delay above the latency floor is distributed.</summary>
public enum JitterShape
{
    /// <summary>Mostly small with a tail: exponential, clipped.</summary>
    Exponential,

    /// <summary>Even from 0 to the largest: harder, because small delays are no more frequent than large ones.</summary>
    Uniform,
}
