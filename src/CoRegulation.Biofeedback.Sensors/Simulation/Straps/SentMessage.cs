using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Sensors.Simulation.Straps;

/// <summary>A notification as it leaves the strap.</summary>
internal readonly record struct SentMessage(double SentS, byte[] Bytes, ImmutableArray<CarriedInterval> Intervals);
