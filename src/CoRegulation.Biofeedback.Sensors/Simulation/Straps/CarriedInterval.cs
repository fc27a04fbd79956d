namespace CoRegulation.Biofeedback.Sensors.Simulation.Straps;

/// <summary>What really closed one RR interval of a message.</summary>
/// <param name="Beat">Index into the person's true beats; -1 when the strap saw a beat where there was none.</param>
/// <param name="TimeS">When it closed, s since session start on the common clock.</param>
/// <param name="OpenedS">When it opened, s: what the strap took for the beat before.</param>
/// <param name="Rr1024">The interval as sent, in units of 1/1024 s of the strap's clock.</param>
public readonly record struct CarriedInterval(int Beat, double TimeS, double OpenedS, ushort Rr1024);
