using CoRegulation.Biofeedback.Sensors;

namespace CoRegulation.Biofeedback.Sessions.Live;

/// <summary>What a person's strap does right now.</summary>
/// <param name="Person">Who wears it: A or B.</param>
/// <param name="Id">The strap's identity.</param>
/// <param name="Name">The strap's name.</param>
/// <param name="State">Its state; null before it has told any.</param>
/// <param name="SinceS">Since when, s of session time.</param>
/// <param name="Detail">What is wrong and what to do, where there is more to tell.</param>
/// <param name="HasSpoken">Whether a message came of it.</param>
public sealed record StrapStatus(string Person, string Id, string Name, SensorState? State, double SinceS, string? Detail, bool HasSpoken);
