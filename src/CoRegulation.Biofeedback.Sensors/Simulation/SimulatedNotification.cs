using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Sensors.Simulation;

/// <summary>A message of the Heart Rate Measurement characteristic.</summary>
/// <param name="ArrivalS">When, s since session start, in whole microseconds.</param>
/// <param name="Person">Whose strap: A or B.</param>
/// <param name="Bytes">The message.</param>
public sealed record SimulatedNotification(double ArrivalS, string Person, ImmutableArray<byte> Bytes) : SimulatedMessage(ArrivalS, Person);
