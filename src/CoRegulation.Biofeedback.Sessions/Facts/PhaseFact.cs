namespace CoRegulation.Biofeedback.Sessions.Facts;

/// <summary>A phase begins and lasts until the next (kind <c>phase</c>).</summary>
/// <param name="TimeS">When, s.</param>
/// <param name="Label"><c>baseline</c>, <c>interaction</c>, <c>recovery</c> or free text.</param>
public sealed record PhaseFact(double TimeS, string Label) : Fact(TimeS);
