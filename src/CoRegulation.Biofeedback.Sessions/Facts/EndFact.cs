namespace CoRegulation.Biofeedback.Sessions.Facts;

/// <summary>The session was ended properly (kind <c>end</c>).</summary>
/// <param name="TimeS">When, s.</param>
public sealed record EndFact(double TimeS) : Fact(TimeS);
