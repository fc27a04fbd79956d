namespace CoRegulation.Biofeedback.Sessions.Facts;

/// <summary>A labelled instant (kind <c>marker</c>).</summary>
/// <param name="TimeS">When, s.</param>
/// <param name="Label">Free text.</param>
public sealed record MarkerFact(double TimeS, string Label) : Fact(TimeS);
