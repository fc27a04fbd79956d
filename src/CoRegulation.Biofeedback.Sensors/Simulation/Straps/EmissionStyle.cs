namespace CoRegulation.Biofeedback.Sensors.Simulation.Straps;

/// <summary>When a strap sends.</summary>
public enum EmissionStyle
{
    /// <summary>On the tick of its own clock, about once a second: the RR intervals closed since the last tick, possibly none.</summary>
    OnTick,

    /// <summary>Right after each beat.</summary>
    OnBeat,
}
