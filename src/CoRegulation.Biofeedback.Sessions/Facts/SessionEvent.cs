namespace CoRegulation.Biofeedback.Sessions.Facts;

/// <summary>Which facts are events of the session: what people noted or set, and not what a strap sent.</summary>
internal static class SessionEvent
{
    /// <summary>Whether it is a phase, a marker, a note or a change of the pacer.</summary>
    public static bool IsEvent(this Fact fact) => fact is PhaseFact or MarkerFact or NoteFact or PacerFact;
}
