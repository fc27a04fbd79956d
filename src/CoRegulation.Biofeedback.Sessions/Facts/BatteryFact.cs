namespace CoRegulation.Biofeedback.Sessions.Facts;

/// <summary>A strap's battery level (kind <c>battery</c>).</summary>
/// <param name="TimeS">When, s.</param>
/// <param name="Person">Whose strap: A or B.</param>
/// <param name="Percent">0 to 100.</param>
public sealed record BatteryFact(double TimeS, string Person, int Percent) : Fact(TimeS);
