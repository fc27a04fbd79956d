namespace CoRegulation.Biofeedback.Sessions.Facts;

/// <summary>The breathing pacer was started, changed or stopped (kind <c>pacer</c>).</summary>
/// <param name="TimeS">When, s.</param>
/// <param name="PerMin">Breaths per minute; null when stopped.</param>
public sealed record PacerFact(double TimeS, double? PerMin) : Fact(TimeS);
