namespace CoRegulation.Biofeedback.Sensors.Simulation.Hearts;

/// <summary>How a level goes over into another.</summary>
public enum LevelShape
{
    /// <summary>Exponentially, with a time constant.</summary>
    Exponential,

    /// <summary>On a straight line, in a given time.</summary>
    Linear,
}
