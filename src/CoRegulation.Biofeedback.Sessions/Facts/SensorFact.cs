using CoRegulation.Biofeedback.Sensors;

namespace CoRegulation.Biofeedback.Sessions.Facts;

/// <summary>A strap changed its state (kind <c>sensor</c>).</summary>
/// <param name="TimeS">When, s.</param>
/// <param name="Person">Whose strap: A or B.</param>
/// <param name="State">The new state.</param>
/// <param name="Id">The strap's identity, where known.</param>
/// <param name="Name">The strap's name, where known.</param>
/// <param name="Detail">What is wrong and what to do, where there is more to tell than the state.</param>
public sealed record SensorFact(double TimeS, string Person, SensorState State, string? Id = null, string? Name = null, string? Detail = null) : Fact(TimeS);
