using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Sensors.Simulation.Straps;

/// <summary>What is true of one notification that a strap sent.</summary>
/// <param name="SentS">When it was sent, s since session start.</param>
/// <param name="ArrivalS">When it arrived, s; null when it never did.</param>
/// <param name="IsDuplicate">Whether it is the second delivery of the one before.</param>
/// <param name="Intervals">What each of its RR intervals stands for, in their order.</param>
public sealed record NotificationTruth(double SentS, double? ArrivalS, bool IsDuplicate, ImmutableArray<CarriedInterval> Intervals);
