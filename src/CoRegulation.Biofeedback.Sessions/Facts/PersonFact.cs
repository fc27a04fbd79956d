namespace CoRegulation.Biofeedback.Sessions.Facts;

/// <summary>Somebody joined a session that was going on (kind <c>person</c>); a reader counts them among the people of the session from its start.</summary>
/// <param name="TimeS">When, s.</param>
/// <param name="Person">B, mostly.</param>
/// <param name="Name">What the person is called on the screen.</param>
public sealed record PersonFact(double TimeS, string Person, string Name) : Fact(TimeS);
