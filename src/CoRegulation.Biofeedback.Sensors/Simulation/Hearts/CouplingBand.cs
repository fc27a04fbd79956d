namespace CoRegulation.Biofeedback.Sensors.Simulation.Hearts;

/// <summary>The part of the heart rate that two people share.</summary>
public enum CouplingBand
{
    /// <summary>The slow part, 0.005 to 0.05 Hz.</summary>
    Slow,

    /// <summary>The breathing wave.</summary>
    Breathing,
}
