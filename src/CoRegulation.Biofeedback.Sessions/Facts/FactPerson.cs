namespace CoRegulation.Biofeedback.Sessions.Facts;

/// <summary>Whose fact it is.</summary>
internal static class FactPerson
{
    /// <summary>The person's id; null for a fact of the session.</summary>
    public static string? PersonId(this Fact fact) => fact switch
    {
        NotificationFact f => f.Person,
        RrFact f => f.Person,
        SensorFact f => f.Person,
        BatteryFact f => f.Person,
        AssignFact f => f.Person,
        _ => null,
    };
}
